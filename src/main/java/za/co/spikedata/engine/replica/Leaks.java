package za.co.spikedata.engine.replica;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.pdf.PdfFile;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.DateWriter;
import za.co.spikedata.engine.table.Furniture;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.Strips;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Words of the original that are still to be found in a copy; a copy that holds any is not made.
 *
 * <p>That itself tells something: whoever holds other papers knows that none which shares a word
 * with the copy is the original. No draw hides this, however it is made, for only words that no
 * paper of the form can print are in none of them, and a copy must read as such a paper. Where a
 * word is one of many, such as a figure of seven digits, papers hardly share any; days without
 * years and figures of three digits they do share, and {@code ReplicaGame} measures what that gives
 * away. Were those allowed to be repeated by chance, as a draw blind to the original would repeat
 * them, this would tell nothing, but words of the original would stand in the copy.
 */
final class Leaks {
    /** Shorter runs of letters or digits are in any file. */
    private static final int SHORTEST = 3;

    /** What is searched for in a file's bytes must be longer, or its numbers would hold it. */
    private static final int SHORTEST_IN_BYTES = 5;

    /**
     * Places on a page are written as figures are, and a copy keeps them. Where such a figure is
     * drawn it is found all the same.
     */
    private static final Pattern PLACE = Pattern.compile("\\d{1,4}\\.\\d+");

    private Leaks() {}

    /** The words found, of those that are no furniture. */
    static Set<String> between(PdfScript original, PdfScript copy, byte[] file) {
        Set<String> before = words(original);
        Set<String> found = words(copy);
        found.retainAll(before);
        String bytes = PdfFile.everything(file).toLowerCase(Locale.ROOT);
        for (String word : before) {
            boolean searched = word.length() >= SHORTEST_IN_BYTES && !PLACE.matcher(word).matches();
            if (searched && holds(bytes, word)) {
                found.add(word);
            }
        }
        return found;
    }

    /** Dates and figures whole, and words of some letters or digits, in lower case. */
    static Set<String> words(PdfScript script) {
        var words = new HashSet<String>();
        for (TokenLine line : new Strips(pages(script)).lines()) {
            var taken = new BitSet();
            for (DateToken date : line.dates()) {
                if (!date.weak()) {
                    taken.set(date.firstWord(), date.lastWord() + 1);
                    words.add(date.text().toLowerCase(Locale.ROOT));
                }
            }
            for (MoneyToken figure : line.money()) {
                if (figure.strong() && !figure.magnitude().isZero()) {
                    words.add(figure.text().toLowerCase(Locale.ROOT));
                }
                if (figure.strong()) {
                    taken.set(figure.firstWord(), figure.lastWord() + 1);
                }
            }
            List<String> texts = line.words().stream().map(Word::text).toList();
            taken.or(Furniture.of(texts));
            for (int i = 0; i < texts.size(); i++) {
                if (!taken.get(i) && isTelling(texts.get(i))) {
                    words.add(texts.get(i).toLowerCase(Locale.ROOT));
                }
            }
        }
        return words;
    }

    private static List<Page> pages(PdfScript script) {
        return script.sheets().stream().map(PdfScript.Sheet::page).toList();
    }

    private static boolean isTelling(String word) {
        return word.chars().filter(Character::isLetterOrDigit).count() >= SHORTEST
                && DateWriter.month(word) == 0;
    }

    /** As a word of its own, in letters of one byte or of two. */
    private static boolean holds(String bytes, String word) {
        int at = bytes.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(bytes.charAt(at - 1));
            boolean ends = end == bytes.length() || !Character.isLetterOrDigit(bytes.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = bytes.indexOf(word, at + 1);
        }
        return bytes.contains(String.join("\0", word.split("")));
    }
}
