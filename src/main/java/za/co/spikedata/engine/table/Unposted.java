package za.co.spikedata.engine.table;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Titles of lists of what has not moved the account yet, told by whole words. */
public final class Unposted {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private static final List<String> TITLES =
            Arrays.stream(
                            ("pending,not yet,unposted,unsettled,not settled,authorised"
                                            + " but not,authorized but not,memo items,debit orders"
                                            + " due,repayment schedule,payment schedule,instalment"
                                            + " schedule,amortisation schedule,amortization"
                                            + " schedule,cash flow"
                                            + " forecast,forecast balance,forecast balances,forecast"
                                            + " payments,forecast transactions,projected balance,projected"
                                            + " balances,projected payments,projected transactions,aflossingsplan,tilgungsplan,not posted,unprocessed,not"
                                            + " processed,uncleared,not cleared,unbooked,not"
                                            + " booked,unbilled,card authorisations,card"
                                            + " authorizations,outstanding authorisations,outstanding"
                                            + " authorizations,scheduled payments,scheduled"
                                            + " transactions,scheduled transfers,upcoming,future"
                                            + " payments,future transactions,future dated,reserved"
                                            + " amounts,reserved funds,reserved transactions,amounts"
                                            + " reserved,funds reserved,earmarked,on hold,holds"
                                            + " on,hangende,nog nie,onverwerk,onverwerkte,toekomstige"
                                            + " betalings,toekomstige transaksies,gereserveerde"
                                            + " bedrae,gereserveerde fondse,gereserveerde"
                                            + " bedragen,gereserveerde"
                                            + " transacties,vorgemerkt,vorgemerkte,noch nicht,en"
                                            + " attente,a venir,pendiente,pendientes,pendente,pendentes,in"
                                            + " attesa,غير مسجلة,غير المسجلة,معلقة,المعلقة")
                                    .split(","))
                    .map(Unposted::words)
                    .toList();

    private Unposted() {}

    /** Every title, by its letters. */
    static Stream<String> all() {
        return TITLES.stream().map(Vocabulary::letters);
    }

    public static boolean titles(String printed) {
        String words = words(printed);
        return TITLES.stream().anyMatch(words::contains);
    }

    /** The words by their letters, a blank on either side of each. */
    private static String words(String printed) {
        return BETWEEN_WORDS
                .splitAsStream(printed)
                .map(Vocabulary::letters)
                .collect(Collectors.joining(" ", " ", " "));
    }
}
