package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;
import za.co.spikedata.engine.replica.Printed.At;
import za.co.spikedata.engine.table.TokenLine;

/** What each word of the paper says in the copy; letter for letter as long as before. */
final class Draft {
    private final Printed paper;
    private final List<List<String>> texts = new ArrayList<>();
    private final List<BitSet> settled = new ArrayList<>();
    private final Map<Integer, Map<Integer, String>> loose = new HashMap<>();

    Draft(Printed paper) {
        this.paper = paper;
        for (TokenLine line : paper.lines()) {
            texts.add(new ArrayList<>(line.words().stream().map(Word::text).toList()));
            settled.add(new BitSet());
        }
    }

    /** Nothing else may change the word. */
    void settle(At word) {
        settled.get(word.line()).set(word.word());
    }

    boolean isSettled(At word) {
        return settled.get(word.line()).get(word.word());
    }

    String text(At word) {
        return texts.get(word.line()).get(word.word());
    }

    List<String> texts(int line) {
        return texts.get(line);
    }

    void say(At word, String text) {
        if (text.length() != text(word).length()) {
            throw new IllegalArgumentException("Expected a text as long as the word");
        }
        texts.get(word.line()).set(word.word(), text);
        settle(word);
    }

    /** Writes over what stands from a character of the line on; what stays the same is left. */
    void overwrite(int line, int from, String text) {
        TokenLine printed = paper.lines().get(line);
        String before = printed.text().text();
        for (int i = 0; i < text.length(); i++) {
            int word = printed.text().wordAt(from + i);
            int at = from + i - printed.text().start(word);
            String whole = texts.get(line).get(word);
            if (at < whole.length()) {
                settle(new At(line, word));
                if (before.charAt(from + i) != text.charAt(i)) {
                    texts.get(line)
                            .set(
                                    word,
                                    whole.substring(0, at)
                                            + text.charAt(i)
                                            + whole.substring(at + 1));
                }
            }
        }
    }

    /** A glyph that is part of no word. */
    void say(int sheet, int glyph, String text) {
        loose.computeIfAbsent(sheet, _ -> new HashMap<>()).put(glyph, text);
    }

    /** The text of every glyph that is part of a word or was given one. */
    Map<Integer, Map<Integer, String>> glyphs() {
        Map<Integer, Map<Integer, String>> all = new HashMap<>();
        loose.forEach((sheet, each) -> all.put(sheet, new HashMap<>(each)));
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < texts.get(i).size(); j++) {
                Printed.Glyphs of = paper.glyphs(new At(i, j));
                Map<Integer, String> on = all.computeIfAbsent(of.sheet(), _ -> new HashMap<>());
                String text = texts.get(i).get(j);
                for (int glyph : of.glyphs()) {
                    Glyph drawn = paper.script().sheets().get(of.sheet()).glyphs().get(glyph);
                    int start = drawn.offset() - of.from();
                    int end = start + drawn.text().length();
                    if (start >= 0 && end <= text.length()) {
                        on.put(glyph, text.substring(start, end));
                    }
                }
            }
        }
        return all;
    }
}
