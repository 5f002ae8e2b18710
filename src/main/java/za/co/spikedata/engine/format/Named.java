package za.co.spikedata.engine.format;

import java.util.BitSet;
import za.co.spikedata.engine.table.Vocabulary;

/** A text by its letters alone, in which names are found only where whole words stand. */
final class Named {
    private final StringBuilder letters = new StringBuilder();
    private final BitSet starts = new BitSet();
    private final BitSet ends = new BitSet();

    /** Words may be glued together; then a capital behind a small letter begins one. */
    Named(String text) {
        for (String run : text.split("[^\\p{L}\\p{M}]+|(?<=\\p{Ll})(?=\\p{Lu})")) {
            String word = Vocabulary.letters(run);
            if (!word.isEmpty()) {
                starts.set(letters.length());
                letters.append(word);
                ends.set(letters.length());
            }
        }
    }

    String letters() {
        return letters.toString();
    }

    /** Where the name first stands, or -1. */
    int find(String name) {
        String wanted = Vocabulary.letters(name);
        int at = letters.indexOf(wanted);
        while (at >= 0 && !(starts.get(at) && ends.get(at + wanted.length()))) {
            at = letters.indexOf(wanted, at + 1);
        }
        return at;
    }
}
