package za.co.spikedata.engine.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import za.co.spikedata.engine.model.Box;

/** Glyphs of a page become words and lines. */
public final class Lines {
    /** Baselines this share of the font size apart are one line; a superscript is higher. */
    private static final double SAME_BASELINE = 0.3;

    /** A gap this much of the font size beyond the tracking is a blank; blanks are 0.25 to 0.33. */
    private static final double BLANK = 0.17;

    /** Gaps wider than this share of the font size are between columns and tell no tracking. */
    private static final double WIDEST_TRACKING = 1.0;

    /** The same character this share of its width away is struck twice to look bold. */
    private static final double STRUCK_TWICE = 0.25;

    private static final double ASCENT = 0.75;
    private static final double DESCENT = 0.2;

    private Lines() {}

    public static List<Line> of(List<Glyph> glyphs) {
        var rows = baselines(glyphs);
        double tracking = tracking(rows);
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            var words = words(row, tracking);
            if (!words.isEmpty()) {
                lines.add(Line.of(words));
            }
        }
        return lines;
    }

    private static List<List<Glyph>> baselines(List<Glyph> glyphs) {
        var byBaseline = new ArrayList<>(glyphs);
        byBaseline.sort(Comparator.comparingDouble(Glyph::baseline));
        var rows = new ArrayList<List<Glyph>>();
        List<Glyph> row = new ArrayList<>();
        double baseline = 0;
        for (var glyph : byBaseline) {
            if (!row.isEmpty()
                    && glyph.baseline() - baseline
                            > SAME_BASELINE * Math.min(glyph.size(), row.getFirst().size())) {
                rows.add(row);
                row = new ArrayList<>();
            }
            if (row.isEmpty()) {
                baseline = glyph.baseline();
            }
            row.add(glyph);
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        rows.forEach(each -> each.sort(Comparator.comparingDouble(Glyph::left)));
        return rows;
    }

    /** The usual gap between two letters of a word, as a share of the font size; mostly zero. */
    private static double tracking(List<List<Glyph>> rows) {
        var gaps = new ArrayList<Double>();
        for (var row : rows) {
            for (int i = 1; i < row.size(); i++) {
                var before = row.get(i - 1);
                var glyph = row.get(i);
                double gap = (glyph.left() - before.right()) / glyph.size();
                if (!before.text().isBlank() && !glyph.text().isBlank() && gap < WIDEST_TRACKING) {
                    gaps.add(gap);
                }
            }
        }
        if (gaps.isEmpty()) {
            return 0;
        }
        gaps.sort(Comparator.naturalOrder());
        return Math.max(0, gaps.get(gaps.size() / 2));
    }

    private static List<Word> words(List<Glyph> row, double tracking) {
        var words = new ArrayList<Word>();
        var word = new ArrayList<Glyph>();
        for (var glyph : row) {
            if (!word.isEmpty()) {
                var last = word.getLast();
                if (glyph.text().equals(last.text())
                        && glyph.left() - last.left() < STRUCK_TWICE * last.width()) {
                    continue;
                }
                double gap = glyph.left() - last.right();
                if (glyph.text().isBlank() || gap > (tracking + BLANK) * glyph.size()) {
                    words.add(word(word));
                    word.clear();
                }
            }
            if (!glyph.text().isBlank()) {
                word.add(glyph);
            }
        }
        if (!word.isEmpty()) {
            words.add(word(word));
        }
        return words;
    }

    private static Word word(List<Glyph> glyphs) {
        var text = new StringBuilder();
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (var glyph : glyphs) {
            text.append(glyph.text());
            top = Math.min(top, glyph.baseline() - ASCENT * glyph.size());
            bottom = Math.max(bottom, glyph.baseline() + DESCENT * glyph.size());
            right = Math.max(right, glyph.right());
        }
        var first = glyphs.getFirst();
        var box = new Box(first.left(), top, right - first.left(), bottom - top);
        return new Word(text.toString(), box, first.size());
    }
}
