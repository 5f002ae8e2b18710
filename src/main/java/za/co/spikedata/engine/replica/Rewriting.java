package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;
import za.co.spikedata.engine.replica.Figures.Slot;
import za.co.spikedata.engine.replica.Printed.At;
import za.co.spikedata.engine.replica.Printed.Date;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;

/** Decides for every word of a paper what the copy says in its place. */
final class Rewriting {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    /** Letters of a currency; more before a figure are somebody's words. */
    private static final int LONGEST_CURRENCY = 3;

    private final Printed paper;
    private final ReadResult original;
    private final RandomGenerator random;
    private final Letters letters;
    private final Wording wording;
    private final Days days;

    Rewriting(Printed paper, ReadResult original, RandomGenerator random) {
        this.paper = paper;
        this.original = original;
        this.random = random;
        this.letters = new Letters(paper.script(), random);
        this.wording = new Wording(paper, original, letters);
        this.days = new Days(new Dates(paper, original).all(), !years().isEmpty(), random);
    }

    Optional<Move> move() {
        return days.move();
    }

    /**
     * Nothing when some line would read otherwise.
     *
     * @param keepsDays figures that may be taken for days stay such, where that can be
     */
    Optional<Draft> draft(Move move, boolean keepsDays) {
        var draft = new Draft(paper);
        for (Dated dated : days.dates()) {
            Optional<String> text = days.texts().text(dated, move, true);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            draft.overwrite(dated.date().line(), start(dated.date()), text.get());
        }
        years().forEach(year -> {
            int moved = Integer.parseInt(word(year)) + days.texts().years(move);
            draft.say(year, Integer.toString(moved));
        });
        var figures = figures();
        for (Dated dated : days.dates()) {
            figures.follow(dated.date(), draft.texts(dated.date().line()));
        }
        if (keepsDays) {
            figures.keepDays(random);
        }
        var instead = figures.instead(random);
        if (instead.isEmpty()) {
            return Optional.empty();
        }
        instead.get().forEach((slot, text) -> figure(slot, text, draft));
        wording.write(draft);
        loose(draft);
        for (int line = 0; line < paper.lines().size(); line++) {
            if (!isAlike(paper.lines().get(line), draft.texts(line))) {
                return Optional.empty();
            }
        }
        return Optional.of(draft);
    }

    private int start(Date date) {
        TokenLine line = paper.lines().get(date.line());
        return line.text()
                .text()
                .indexOf(date.token().text(), line.text().start(date.token().firstWord()));
    }

    private String word(At at) {
        return paper.lines().get(at.line()).words().get(at.word()).text();
    }

    /** A figure with what stands glued before it. */
    private void figure(Slot slot, String text, Draft draft) {
        int from = slot.amount().from();
        String before = slot.text().substring(0, from);
        boolean currency = before.chars().filter(Character::isLetter).count() <= LONGEST_CURRENCY;
        var said = new StringBuilder(text);
        for (int i = 0; i < from && !currency; i++) {
            said.setCharAt(i, letters.instead(before.charAt(i), Optional.empty()));
        }
        draft.overwrite(slot.figure().line(), slot.start(), said.toString());
    }

    private Figures figures() {
        var figures = new Figures(paper);
        if (original instanceof ReadResult.Read read) {
            read.statements().forEach(statement -> Sums.of(statement, figures));
        }
        figures.rest();
        Neighbours.of(figures);
        return figures;
    }

    /** Glyphs that are part of no word: stamps, margins. */
    private void loose(Draft draft) {
        List<PdfScript.Sheet> sheets = paper.script().sheets();
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            List<Glyph> glyphs = sheets.get(sheet).glyphs();
            for (int i = 0; i < glyphs.size(); i++) {
                Glyph glyph = glyphs.get(i);
                if (glyph.word() < 0 && glyph.seen() && !glyph.text().isBlank()) {
                    var text = new StringBuilder();
                    glyph.text()
                            .chars()
                            .forEach(each ->
                                    text.append(letters.instead((char) each, Optional.of(glyph))));
                    draft.say(sheet, i, text.toString());
                }
            }
        }
    }

    /** Years that are printed apart from any day. */
    private List<At> years() {
        var found = new ArrayList<At>();
        for (int i = 0; i < paper.lines().size(); i++) {
            TokenLine line = paper.lines().get(i);
            var taken = new BitSet();
            line.dates().forEach(date -> taken.set(date.firstWord(), date.lastWord() + 1));
            line.money().stream()
                    .filter(MoneyToken::strong)
                    .forEach(money -> taken.set(money.firstWord(), money.lastWord() + 1));
            for (int j = 0; j < line.words().size(); j++) {
                if (!taken.get(j) && YEAR.matcher(line.words().get(j).text()).matches()) {
                    found.add(new At(i, j));
                }
            }
        }
        return found;
    }

    /** A line that holds the same dates and figures in the same words, under the same name. */
    private static boolean isAlike(TokenLine line, List<String> texts) {
        TokenLine before = line.saying(line.words().stream().map(Word::text).toList());
        return Lexed.of(before).equals(Lexed.of(line.saying(texts)));
    }
}
