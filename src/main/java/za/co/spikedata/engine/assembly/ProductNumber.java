package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import za.co.spikedata.engine.table.TokenLine;

/** An account's number behind the name of its product, where no label calls it a number. */
final class ProductNumber {
    private static final Pattern PRODUCT =
            Pattern.compile("([\\p{L}\\d][\\p{L}\\d '&-]{3,40}?) ?: ?([1-9]\\d{8,12})");

    /** Words before numbers that are none of an account's. */
    private static final Set<String> OTHERS =
            Set.of(
                    "tel",
                    "telephone",
                    "fax",
                    "cell",
                    "phone",
                    "mobile",
                    "call",
                    "dial",
                    "sms",
                    "whatsapp",
                    "helpline",
                    "enquiries",
                    "vat",
                    "btw",
                    "tax",
                    "reg",
                    "registration",
                    "id",
                    "identity",
                    "passport",
                    "ref",
                    "reference",
                    "customer",
                    "client",
                    "profile",
                    "user",
                    "branch",
                    "code",
                    "swift",
                    "invoice",
                    "statement",
                    "policy",
                    "licence",
                    "document",
                    "no",
                    "number",
                    "nr");

    private ProductNumber() {}

    /** The one number that stands so above the rows; nothing where there are several. */
    static Optional<String> in(List<TokenLine> head) {
        List<String> found =
                head.stream()
                        .flatMap(line -> Blocks.pieces(line).stream())
                        .map(piece -> PRODUCT.matcher(piece.text()))
                        .filter(Matcher::matches)
                        .filter(product -> isProduct(product.group(1)))
                        .map(product -> product.group(2))
                        .distinct()
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isProduct(String name) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (OTHERS.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
