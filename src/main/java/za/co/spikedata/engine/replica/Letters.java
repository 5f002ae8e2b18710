package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;
import za.co.spikedata.shape.Shape;

/**
 * The characters that may be printed instead of another: of the same form, chosen by chance and by
 * the width of the place, never by what stands there.
 */
final class Letters {
    /** A font everybody has offers its own letters of a width where there are as many. */
    private static final int ENOUGH = 3;

    /** Letters of one width in any other font; a font of one byte a code has few codes. */
    private static final int OFFERED = 6;

    private record Place(int font, double unit, int form) {}

    private final PdfScript script;
    private final RandomGenerator random;
    private final Map<Place, List<Character>> offered = new HashMap<>();

    Letters(PdfScript script, RandomGenerator random) {
        this.script = script;
        this.random = random;
    }

    /** Another character of the form of this one; itself where it is a sign. */
    char instead(char printed, Optional<Glyph> glyph) {
        int form = isPartOfALetter(printed) ? 'a' : Shape.of(printed);
        if (form == '9') {
            return (char) ('0' + random.nextInt(10));
        }
        if (form != 'A' && form != 'a') {
            return printed;
        }
        int font = glyph.map(Glyph::font).orElse(-1);
        double unit = glyph.map(Glyph::unit).orElse(0.0);
        List<Character> letters = offered.computeIfAbsent(new Place(font, unit, form), this::offer);
        return letters.get(random.nextInt(letters.size()));
    }

    /** A vowel sign, an accent, half of a rare letter, or a sign only this font knows. */
    private static boolean isPartOfALetter(char printed) {
        return switch (Character.getType(printed)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE,
                    Character.PRIVATE_USE ->
                    true;
            default -> false;
        };
    }

    /** Digits that are no date and no figure never begin with zero, so they stay what they are. */
    char leading() {
        return (char) ('1' + random.nextInt(9));
    }

    private List<Character> offer(Place place) {
        List<Character> alike =
                place.font < 0
                        ? List.of()
                        : script.alike(place.font, place.unit).stream()
                                .map(text -> text.charAt(0))
                                .filter(letter -> letter < 0x80 && Shape.of(letter) == place.form)
                                .toList();
        if (alike.size() >= ENOUGH) {
            return alike;
        }
        var all =
                new ArrayList<>(
                        IntStream.rangeClosed('a', 'z')
                                .mapToObj(letter ->
                                        place.form == 'A'
                                                ? Character.toUpperCase((char) letter)
                                                : (char) letter)
                                .toList());
        Collections.shuffle(all, Random.from(random));
        return List.copyOf(all.subList(0, OFFERED));
    }
}
