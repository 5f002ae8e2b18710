package za.co.spikedata.identity;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which addresses are taken: those that mail reaches, and that are what they look like. */
public final class EmailAddress {
    private static final int LONGEST = 254;

    /** Scripts that are written together with others, as Japanese is (Unicode TS 39, 5.2). */
    private static final Set<UnicodeScript> BESIDE_OTHERS =
            Set.of(
                    UnicodeScript.COMMON,
                    UnicodeScript.INHERITED,
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.BOPOMOFO);

    /** What can be seen and means nothing in a mail's head. */
    private static final String LETTER = "[^.@\\s\\p{Cntrl}\\p{Cf}<>\\[\\]\"(),:;\\\\]";

    private static final String BEFORE = "(?=.{1,64}@)" + LETTER + "+(\\." + LETTER + "+)*";
    private static final String PART =
            "[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
    private static final Pattern WORDS = Pattern.compile("[.@]");
    private static final Pattern FORM = Pattern.compile(BEFORE + "@" + PART + "(\\." + PART + ")*");

    /** Such as lower-cased {@code İ}: these letters have no marks of their own. */
    private static final Pattern MARKED = Pattern.compile("[a-z]\\p{M}");

    private EmailAddress() {}

    /**
     * Whether a canonical address is one.
     *
     * @param email in its one spelling
     */
    public static boolean isOne(String email) {
        return email.length() <= LONGEST
                && FORM.matcher(email).matches()
                && !MARKED.matcher(email).find()
                && WORDS.splitAsStream(email).allMatch(EmailAddress::isOfOneScript);
    }

    /** Letters of two scripts in a word imitate each other. */
    private static boolean isOfOneScript(String word) {
        return word.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(script -> !BESIDE_OTHERS.contains(script))
                        .collect(Collectors.toSet())
                        .size()
                <= 1;
    }
}
