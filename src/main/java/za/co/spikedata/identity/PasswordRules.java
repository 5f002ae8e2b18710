package za.co.spikedata.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.tenancy.Tenant;

/**
 * What a password may be: long, and not what others choose first. Any character counts, none must
 * be there, and it never has to be changed for its age.
 */
final class PasswordRules {
    /** In characters as people count them. */
    static final int SHORTEST = 12;

    /** In UTF-16 units, so that 128 of any character fit; longer ones cost nothing but this. */
    static final int LONGEST = 256;

    /** Longer than any form sends by itself. */
    private static final int ABSURD = 4_096;

    /** Guesses a thief of our slow hashes cannot pay for, as a power of ten. */
    private static final double FEWEST_GUESSES = 9;

    /** No guesser's list has entries this long, unless they say one thing over and over. */
    private static final int LOOKED_AT = 40;

    private static final int FEWEST_DIFFERENT = 6;

    /** Spaces and signs between words make no guesser slower. */
    private static final Pattern BESIDE = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final Zxcvbn COMMON = new Zxcvbn();

    private PasswordRules() {}

    /** What is wrong with it, as the end of a message key. */
    static Optional<String> problem(String password, Tenant tenant, String email) {
        if (password.length() > ABSURD) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("long");
        }
        if (password.length() >= LOOKED_AT
                && password.codePoints().distinct().count() >= FEWEST_DIFFERENT) {
            return Optional.empty();
        }
        var looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        var bare = BESIDE.matcher(looked).replaceAll("");
        var words = words(tenant, email);
        return isCommon(looked, words) || (bare.length() >= SHORTEST && isCommon(bare, words))
                ? Optional.of("common")
                : Optional.empty();
    }

    private static boolean isCommon(String password, List<String> words) {
        return COMMON.measure(password, words).getGuessesLog10() < FEWEST_GUESSES;
    }

    /** Words a guesser tries first here. */
    private static List<String> words(Tenant tenant, String email) {
        var words = new ArrayList<>(List.of("spike", "portal", "statement", "statements", "bank"));
        for (var text : List.of(tenant.name(), tenant.id().value(), email)) {
            words.add(text.toLowerCase(Locale.ROOT));
            words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        }
        return words;
    }
}
