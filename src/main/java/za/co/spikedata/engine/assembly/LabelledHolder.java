package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the labels of a paper name, as its lines are read from above. */
final class LabelledHolder {
    private static final Pattern HOLDER =
            label("account holder|kontoinhaber|titulaire(?:\\(s\\))?|rekeninghouer|titular");

    /** Of its holder, or of its product. */
    private static final Pattern ACCOUNT_NAME = label("account name");

    private Optional<String> holder = Optional.empty();
    private Optional<String> accountName = Optional.empty();

    private static Pattern label(String labels) {
        return Pattern.compile(
                "(?:" + labels + ")\\s*:\\s*(\\S+(?: (?!IBAN)\\S+)*)", Pattern.CASE_INSENSITIVE);
    }

    void read(String printed) {
        if (printed.indexOf(':') >= 0) {
            holder = holder.isPresent() ? holder : behind(HOLDER, printed);
            accountName = accountName.isPresent() ? accountName : behind(ACCOUNT_NAME, printed);
        }
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
        return named.find() ? Optional.of(named.group(1).strip()) : Optional.empty();
    }
}
