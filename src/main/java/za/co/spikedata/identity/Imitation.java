package za.co.spikedata.identity;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses whose letters look like those of another (Unicode TS 39, 4 and 5). */
final class Imitation {
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

    /** Cyrillic, Greek and Armenian small letters that cannot be told from Latin ones. */
    private static final Pattern LOOK_ALIKES =
            Pattern.compile(
                    "[\u0430\u0441\u0501\u0435\u04bb\u0456\u0458\u04cf\u043e\u0440\u051b\u0455\u0475\u051d\u0445\u0443\u0433\u04af"
                            + "\u03b1\u03b3\u03b9\u03bd\u03bf\u03c1\u03c3\u03c5"
                            + "\u0585\u057d\u0570\u0578\u0581\u0566\u0563\u0575\\p{M}]+");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    private Imitation() {}

    /** Whether a canonical address is one. */
    static boolean isOne(String email) {
        int at = email.lastIndexOf('@');
        int top = Math.max(at, email.lastIndexOf('.'));
        return isMixed(email.substring(0, at))
                || isMixed(email.substring(at + 1, Math.max(at + 1, top)))
                || isMixed(email.substring(top + 1))
                || isDisguised(email);
    }

    /** Letters of two scripts imitate each other; a top-level domain may be of its own. */
    private static boolean isMixed(String part) {
        return part.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(script -> !BESIDE_OTHERS.contains(script))
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }

    /** Beside Latin words, all the others could be Latin too. */
    private static boolean isDisguised(String email) {
        var foreign =
                BETWEEN.splitAsStream(Normalizer.normalize(email, Normalizer.Form.NFD))
                        .filter(word -> FOREIGN.matcher(word).find())
                        .toList();
        return !foreign.isEmpty()
                && LATIN.matcher(email).find()
                && foreign.stream().allMatch(word -> LOOK_ALIKES.matcher(word).matches());
    }
}
