package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import za.co.spikedata.engine.table.TokenLine;

/** An account's number behind the name of its product, where no label calls it a number. */
final class ProductNumber {
    /** Of an account that is beside the paper's own, or that money goes to or comes from. */
    private static final String OTHERS =
            "(?iu:linked|from|to|into|nominated|beneficiary|recipient|payee|transfers?|payments?"
                    + "|gekoppelde?|van|na|aan|genomineerde|begunstigde|oordragte?|betalings?"
                    + "|von|nach|an|empf[äa]nger|li[ée]|vers|depuis|b[ée]n[ée]ficiaire"
                    + "|desde|hacia|para|vinculad[ao]|benefici[áa]rio)";

    /** Capitalised words, of which the last says the kind of product. */
    private static final Pattern PRODUCT =
            Pattern.compile(
                    "(?:(?!"
                            + OTHERS
                            + " )[\\p{Lu}\\d][\\p{L}\\d'&-]* ){1,6}(?iu:\\p{L}*(?:"
                            + "deposits?|notice|savings?|saver|cheque|checking|current|investment|loan|bond|market|pocket|wallet"
                            + "|deposito|kennisgewing|spaar|tjek|belegging|lening|verband|geldmark"
                            + "|tagesgeld|festgeld|sparen|livret|[ée]pargne|courant|ahorros?|corriente"
                            + "|dep[óo]sito|poupan[çc]a|corrente|empr[ée]stimo|pr[ée]stamo"
                            + ")) ?: ?([1-9]\\d{8,12})");

    private ProductNumber() {}

    /** The one number that stands so above the rows; nothing where there are several. */
    static Optional<String> in(List<TokenLine> head) {
        List<String> found =
                head.stream()
                        .flatMap(line -> Blocks.pieces(line).stream())
                        .map(piece -> PRODUCT.matcher(piece.text()))
                        .filter(Matcher::matches)
                        .map(product -> product.group(1))
                        .distinct()
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
