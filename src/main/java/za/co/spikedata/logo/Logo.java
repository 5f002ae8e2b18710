package za.co.spikedata.logo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What became of a picture that somebody brought as a logo. */
public sealed interface Logo {
    /** What is read at all; a drawing for 32 px takes a hundredth of it. */
    int MOST_BYTES = 1 << 20;

    /**
     * A drawing without anything that acts or fetches.
     *
     * @param removed what it had of that, such as {@code <script>}; empty where it had none
     */
    record Svg(String text, List<String> removed) implements Logo {
        public Svg {
            removed = List.copyOf(removed);
        }
    }

    /** Pixels and nothing else, written anew. */
    record Png(byte[] bytes) implements Logo {}

    record Refused(Why why) implements Logo {}

    enum Why {
        NOT_A_PICTURE,
        TOO_LARGE,
        TOO_INTRICATE,
        EMPTY
    }

    /**
     * What is shown of a picture that a layer holds already: bounds on what it may be cost nobody
     * the logo that was shown before.
     */
    static Logo shown(byte[] bytes) {
        return PngPicture.isPng(bytes)
                ? PngPicture.rewritten(bytes)
                : SvgPicture.shown(new String(bytes, StandardCharsets.UTF_8));
    }

    static Logo of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Refused(Why.TOO_LARGE);
        }
        return PngPicture.isPng(bytes)
                ? PngPicture.rewritten(bytes)
                : SvgPicture.cleaned(new String(bytes, StandardCharsets.UTF_8));
    }
}
