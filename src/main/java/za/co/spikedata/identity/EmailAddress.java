package za.co.spikedata.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses are taken: those that every mail server takes. They are of ASCII alone, so that
 * none looks like another; domains of other letters have names in it.
 */
public final class EmailAddress {
    /** In letters; RFC 5321, 4.5.3.1.3. */
    static final int LONGEST = 254;

    /** RFC 5322, 3.2.3. */
    private static final String LETTER = "[a-z0-9!#$%&'*+/=?^_`{|}~-]";

    private static final String BEFORE = "(?=.{1,64}@)" + LETTER + "+(\\." + LETTER + "+)*";
    private static final String PART = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** A host whose last part is a number is a number itself (WHATWG URL, 3.5). */
    private static final String NO_NUMBER = "(?!([0-9]+|0x[0-9a-f]*)$)";

    private static final Pattern FORM =
            Pattern.compile(BEFORE + "@(" + PART + "\\.)*" + NO_NUMBER + PART);

    private EmailAddress() {}

    /** The one spelling of what was typed; empty when it is no address that is taken. */
    public static Optional<String> of(String typed) {
        return Optional.of(People.canonical(typed))
                .filter(email -> email.length() <= LONGEST && FORM.matcher(email).matches());
    }
}
