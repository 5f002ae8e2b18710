package za.co.spikedata.engine.replica;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;
import za.co.spikedata.engine.table.DateLexer;
import za.co.spikedata.engine.table.Furniture;
import za.co.spikedata.engine.table.LineText;
import za.co.spikedata.engine.table.MoneyLexer;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * Other words for names, references and numbers that move no money: one word always by one other.
 */
final class Names {
    private static final int MOST_TRIES = 200;

    private static final Box NOWHERE = new Box(0, 0, 1, 1);

    /** Shorter words are anybody's; a letter that chance repeats tells nothing. */
    private static final int SHORTEST = 2;

    private final Letters letters;
    private final Set<String> original;
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param original every word of the paper
     */
    Names(Letters letters, Set<String> original) {
        this.letters = letters;
        this.original = original;
    }

    /**
     * Another word of the same form.
     *
     * @param glyphs what draws each of its characters
     */
    String instead(String word, IntFunction<Optional<Glyph>> glyphs) {
        String found = known.get(word);
        if (found == null) {
            found = invent(word, glyphs);
            known.put(word, found);
        }
        return found;
    }

    /** What the engine would take a word for that stands alone. */
    private record Sense(int side, boolean date, boolean figure) {
        static Sense of(String word) {
            if (word.chars().noneMatch(Character::isDigit)) {
                return new Sense(Vocabulary.sideOf(word), false, false);
            }
            var alone = LineText.of(List.of(new Word(word, NOWHERE, 1)));
            return new Sense(
                    Vocabulary.sideOf(word),
                    new DateLexer().find(alone).stream().anyMatch(date -> !date.weak()),
                    new MoneyLexer().find(alone).stream().anyMatch(MoneyToken::strong));
        }
    }

    private String invent(String word, IntFunction<Optional<Glyph>> glyphs) {
        String invented = word;
        var sense = Sense.of(word);
        for (int i = 0; i < MOST_TRIES; i++) {
            invented = draw(word, glyphs);
            boolean known =
                    word.length() >= SHORTEST
                            && (original.contains(invented)
                                    || Furniture.of(List.of(invented)).get(0));
            if (!known && Sense.of(invented).equals(sense)) {
                return invented;
            }
        }
        return invented;
    }

    private String draw(String word, IntFunction<Optional<Glyph>> glyphs) {
        var drawn = new StringBuilder();
        boolean leads = true;
        // A letter beside a reference's digits may be read as a side.
        boolean sided = Vocabulary.sideOf(word) != 0;
        for (int i = 0; i < word.length(); i++) {
            char printed = word.charAt(i);
            boolean digit = Character.isDigit(printed);
            if (digit && leads) {
                drawn.append(letters.leading());
            } else {
                drawn.append(sided && !digit ? printed : letters.instead(printed, glyphs.apply(i)));
            }
            leads = !digit && !Character.isLetter(printed);
        }
        return drawn.toString();
    }
}
