package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.Strips;
import za.co.spikedata.engine.table.TokenLine;

/** A paper's lines as the engine reads them, each word with the glyphs it is made of. */
final class Printed {
    /** Boxes this close are one, in points. */
    private static final double SAME = 0.05;

    /** Which line, and which of its words. */
    record At(int line, int word) {}

    /**
     * Where the glyphs of a line's word stand.
     *
     * @param from where in the text that the glyphs draw the word begins; behind its first
     *     character where the word is a part of what is drawn as one
     */
    record Glyphs(int sheet, int from, List<Integer> glyphs) {}

    private final PdfScript script;
    private final List<TokenLine> lines = new ArrayList<>();
    private final Map<At, Glyphs> glyphs = new HashMap<>();
    private final Map<Integer, List<Integer>> onPage = new HashMap<>();

    /** As its lines are drawn. */
    Printed(PdfScript script) {
        this(script, new ReadResult.Unreadable(Reason.NOT_A_STATEMENT, Trace.EMPTY));
    }

    /** As it was read: where a cell begins within what is drawn as one word, that is two. */
    Printed(PdfScript script, ReadResult read) {
        this.script = script;
        List<Page> pages = script.sheets().stream().map(PdfScript.Sheet::page).toList();
        Map<Word, Glyphs> found = new IdentityHashMap<>();
        for (int sheet = 0; sheet < pages.size(); sheet++) {
            List<Word> words = pages.get(sheet).words();
            List<Glyphs> each = new ArrayList<>();
            for (Word word : words) {
                each.add(new Glyphs(sheet, 0, new ArrayList<>()));
                found.put(word, each.getLast());
            }
            List<Glyph> drawn = script.sheets().get(sheet).glyphs();
            for (int i = 0; i < drawn.size(); i++) {
                if (drawn.get(i).word() >= 0) {
                    each.get(drawn.get(i).word()).glyphs().add(i);
                }
            }
        }
        var parts = new Parts(read);
        for (TokenLine drawn : new Strips(pages).lines()) {
            int index = lines.size();
            onPage.computeIfAbsent(drawn.page(), _ -> new ArrayList<>()).add(index);
            TokenLine line = drawn;
            for (int i = 0; i < line.words().size(); i++) {
                Glyphs of = found.get(line.words().get(i));
                if (of == null) {
                    continue;
                }
                glyphs.put(new At(index, i), of);
                OptionalInt start = parts.start(line, i);
                if (start.isPresent() && begins(of, of.from + start.getAsInt())) {
                    line = line.parted(i, start.getAsInt());
                    Word rest = line.words().get(i + 1);
                    found.put(rest, new Glyphs(of.sheet, of.from + start.getAsInt(), of.glyphs));
                }
            }
            lines.add(line);
        }
    }

    private boolean begins(Glyphs of, int offset) {
        return of.glyphs.stream()
                .anyMatch(each ->
                        script.sheets().get(of.sheet).glyphs().get(each).offset() == offset);
    }

    PdfScript script() {
        return script;
    }

    List<TokenLine> lines() {
        return lines;
    }

    Glyphs glyphs(At word) {
        return glyphs.getOrDefault(word, new Glyphs(0, 0, List.of()));
    }

    /** The glyph that draws one character of the word. */
    Optional<Glyph> glyph(At word, int character) {
        Glyphs of = glyphs(word);
        int offset = of.from + character;
        return of.glyphs().stream()
                .map(index -> script.sheets().get(of.sheet()).glyphs().get(index))
                .filter(each ->
                        each.offset() <= offset && offset < each.offset() + each.text().length())
                .findFirst();
    }

    /** The figure printed at a place. */
    Optional<Figure> figure(Place place) {
        for (int line : onPage.getOrDefault(place.page(), List.of())) {
            for (MoneyToken token : lines.get(line).money()) {
                if (isSame(token.box(), place.box())) {
                    return Optional.of(new Figure(line, token));
                }
            }
        }
        return Optional.empty();
    }

    /** The date printed at a place. */
    Optional<Date> date(Place place) {
        for (int line : onPage.getOrDefault(place.page(), List.of())) {
            for (DateToken token : lines.get(line).dates()) {
                if (isSame(token.box(), place.box())) {
                    return Optional.of(new Date(line, token));
                }
            }
        }
        return Optional.empty();
    }

    /** The words that lie within a place. */
    List<At> words(Place place) {
        var found = new ArrayList<At>();
        Predicate<Box> within =
                box ->
                        box.left() >= place.box().left() - SAME
                                && box.right() <= place.box().right() + SAME
                                && box.top() >= place.box().top() - SAME
                                && box.bottom() <= place.box().bottom() + SAME;
        for (int line : onPage.getOrDefault(place.page(), List.of())) {
            List<Word> words = lines.get(line).words();
            for (int i = 0; i < words.size(); i++) {
                if (within.test(words.get(i).box())) {
                    found.add(new At(line, i));
                }
            }
        }
        return found;
    }

    private static boolean isSame(Box one, Box two) {
        return Math.abs(one.left() - two.left()) < SAME
                && Math.abs(one.top() - two.top()) < SAME
                && Math.abs(one.right() - two.right()) < SAME;
    }

    /** A figure and the line it is printed on. */
    record Figure(int line, MoneyToken token) {}

    /** A date and the line it is printed on. */
    record Date(int line, DateToken token) {}
}
