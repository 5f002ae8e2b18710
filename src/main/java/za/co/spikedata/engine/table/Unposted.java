package za.co.spikedata.engine.table;

import java.util.List;

/** Titles of lists of what has not moved the account yet. */
public final class Unposted {
    private static final List<String> TITLES =
            Vocabulary.terms(
                    "pending,not yet,unposted,not posted,unprocessed,not processed,uncleared,not"
                            + " cleared,unbooked,not booked,unbilled,authorisation,authorization,"
                            + "scheduled,upcoming,future,reserved,earmarked,on hold,holds on,hangende,"
                            + "nog nie,onverwerk,toekomstige,gereserveer,gereserveerd,vorgemerkt,noch"
                            + " nicht,en attente,a venir,pendiente,pendente,in attesa,غير مسجلة,معلقة");

    private Unposted() {}

    public static boolean titles(String printed) {
        String letters = Vocabulary.letters(printed);
        return TITLES.stream().anyMatch(letters::contains);
    }
}
