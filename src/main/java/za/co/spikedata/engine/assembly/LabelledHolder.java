package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import za.co.spikedata.engine.table.TokenLine;

/** Whom labels above the rows name, where they begin a block of text. */
final class LabelledHolder {
    private static final Pattern HOLDER =
            label(
                    "(?:name of )?account holder|kontoinhaber|titulaire(?:\\(s\\))?|rekeninghouer|titular");

    /** Of its holder, or of its product. */
    private static final Pattern ACCOUNT_NAME = label("account name");

    private Optional<String> holder = Optional.empty();
    private Optional<String> accountName = Optional.empty();

    private static Pattern label(String labels) {
        return Pattern.compile(
                "(?:" + labels + ")\\s*:\\s*(\\S+(?: (?!IBAN)\\S+)*)", Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param head the lines above the first row
     */
    static LabelledHolder of(List<TokenLine> head) {
        var labelled = new LabelledHolder();
        for (TokenLine line : head) {
            if (line.text().hasColon()) {
                Blocks.pieces(line).forEach(labelled::read);
            }
        }
        return labelled;
    }

    private void read(Blocks.Piece piece) {
        TokenLine line = piece.line();
        String onward = line.text().printed(piece.firstWord(), line.words().size() - 1);
        holder = holder.or(() -> behind(HOLDER, onward));
        accountName = accountName.or(() -> behind(ACCOUNT_NAME, onward));
    }

    /**
     * Nothing where the paper is addressed to no other. Beside a person's or a company's own name
     * the name of an account may be its product's.
     */
    Optional<String> beside(List<String> addressee) {
        boolean isNamed = addressee.stream().limit(1).anyMatch(Addressee::isName);
        return holder.or(() -> accountName.filter(name -> !isNamed || Addressee.isName(name)))
                .filter(each -> !addressee.contains(each));
    }

    private static Optional<String> behind(Pattern label, String printed) {
        Matcher named = label.matcher(printed);
        return named.lookingAt() ? Optional.of(named.group(1).strip()) : Optional.empty();
    }
}
