package za.co.spikedata.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import za.co.spikedata.tenancy.OneLine;

/** Which addresses are taken: those that mail reaches, and that are what they look like. */
public final class EmailAddress {
    /** In letters; RFC 5321, 4.5.3.1.3. */
    static final int LONGEST = 254;

    /** What can be seen and means nothing in a mail's head. */
    private static final String LETTER = "[^.@\\s\\p{C}<>\\[\\]\"(),:;\\\\]";

    private static final String BEFORE = "(?=.{1,64}@)" + LETTER + "+(\\." + LETTER + "+)*";
    private static final String PART =
            "[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";

    /** A host whose last part is a number is a number itself (WHATWG URL, 3.5). */
    private static final String NO_NUMBER = "(?!(\\p{N}+|0x[0-9a-f]*)$)";

    private static final Pattern FORM =
            Pattern.compile(BEFORE + "@(" + PART + "\\.)*" + NO_NUMBER + PART);

    /** Such as lower-cased {@code İ}: these letters have no marks of their own. */
    private static final Pattern MARKED = Pattern.compile("[a-z]\\p{M}");

    private EmailAddress() {}

    /** The one spelling of what was typed; empty when it is no address that is taken. */
    public static Optional<String> of(String typed) {
        return Optional.of(People.canonical(typed)).filter(EmailAddress::isOne);
    }

    private static boolean isOne(String email) {
        return email.length() <= LONGEST
                && OneLine.isClean(email)
                && FORM.matcher(email).matches()
                && !MARKED.matcher(email).find()
                && !Imitation.isOne(email);
    }
}
