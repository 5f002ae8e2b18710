package za.co.spikedata.statements.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file that somebody wants checked.
 *
 * @param tone of the whole; {@code null} where there is no badge for it
 * @param facts what its signer says; empty unless it is signed here
 */
public record CheckedView(Said sentence, boolean isSigned, @Nullable Tone tone, List<Line> facts) {
    /**
     * One fact.
     *
     * @param key its label, such as {@code verify.fact.sha256}
     * @param isCode to be read letter by letter
     */
    public record Line(String key, Said value, boolean isCode) {}

    /** One without facts. */
    public static CheckedView refused(String key) {
        return new CheckedView(Said.of(key), false, null, List.of());
    }
}
