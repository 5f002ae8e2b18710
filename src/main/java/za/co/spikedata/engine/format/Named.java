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
        int start = 0;
        int before = Character.UNASSIGNED;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int each = text.codePointAt(at);
            int type = Character.getType(each);
            if (!Character.isLetter(each) && !isMark(type)) {
                add(text.substring(start, at));
                start = at + Character.charCount(each);
            } else if (type == Character.UPPERCASE_LETTER && before == Character.LOWERCASE_LETTER) {
                add(text.substring(start, at));
                start = at;
            }
            before = type;
        }
        add(text.substring(start));
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private void add(String run) {
        String word = Vocabulary.letters(run);
        if (!word.isEmpty()) {
            starts.set(letters.length());
            letters.append(word);
            ends.set(letters.length());
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
