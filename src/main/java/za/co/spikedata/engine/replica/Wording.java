package za.co.spikedata.engine.replica;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.replica.Printed.At;
import za.co.spikedata.engine.table.Furniture;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Which words of a paper its copy keeps, and what it says for those that tell of somebody. */
final class Wording {
    private static final Set<String> PAGE = Set.of("page", "bladsy", "seite");
    private static final Set<String> OF_HOW_MANY = Set.of("of", "van", "von");
    private static final Pattern SHORT = Pattern.compile("\\d{1,3}");

    private final Printed paper;
    private final Names names;
    private final Set<At> told;

    Wording(Printed paper, ReadResult original, Letters letters) {
        this.paper = paper;
        var words = new HashSet<String>();
        paper.lines().forEach(line -> line.words().forEach(word -> words.add(word.text())));
        this.names = new Names(letters, words);
        this.told = told(paper, original);
    }

    /** Settles every word that is not settled yet and may not stay. */
    void write(Draft draft) {
        for (int line = 0; line < paper.lines().size(); line++) {
            line(line, draft);
        }
    }

    private void line(int index, Draft draft) {
        TokenLine line = paper.lines().get(index);
        List<String> before = line.words().stream().map(Word::text).toList();
        BitSet kept = Furniture.of(before);
        boolean named = Vocabulary.nameOf(line.printed()) != Name.NONE;
        for (int i = 0; i < before.size(); i++) {
            var at = new At(index, i);
            boolean side = Vocabulary.sideOf(before.get(i)) != 0;
            boolean keeps =
                    kept.get(i) && (named || side || !told.contains(at))
                            || isCurrency(before, i)
                            || isPageNumber(before, i);
            if (!draft.isSettled(at) && !keeps) {
                draft.say(at, names.instead(before.get(i), offset -> paper.glyph(at, offset)));
            }
        }
    }

    /** Before digits, which may be what is left of a figure that the page's edge cuts off. */
    private static boolean isCurrency(List<String> words, int index) {
        return Furniture.isCurrency(words.get(index))
                && index + 1 < words.size()
                && Character.isDigit(words.get(index + 1).charAt(0));
    }

    private static boolean isPageNumber(List<String> words, int index) {
        if (index == 0 || !isShort(words.get(index))) {
            return false;
        }
        String before = Vocabulary.letters(words.get(index - 1));
        boolean ofHowMany = OF_HOW_MANY.contains(before);
        return PAGE.contains(before)
                || ofHowMany && index > 2 && PAGE.contains(Vocabulary.letters(words.get(index - 3)))
                || ofHowMany && index == 2 && words.size() == 3 && isShort(words.getFirst());
    }

    private static boolean isShort(String word) {
        return SHORT.matcher(word).matches();
    }

    /** Words of rows: what happened, to whom. */
    private static Set<At> told(Printed paper, ReadResult original) {
        var found = new HashSet<At>();
        switch (original) {
            case ReadResult.Read read -> {
                for (Statement statement : read.statements()) {
                    for (Transaction row : statement.transactions()) {
                        row.cells().stream()
                                .filter(cell ->
                                        cell.column() == Cell.Column.DESCRIPTION
                                                || cell.column() == Cell.Column.REFERENCE
                                                || cell.column() == Cell.Column.OTHER)
                                .forEach(cell -> found.addAll(paper.words(cell.place())));
                    }
                }
            }
            case ReadResult.Unreadable _ -> {
                for (int i = 0; i < paper.lines().size(); i++) {
                    TokenLine line = paper.lines().get(i);
                    for (int j = 0; line.isRow() && j < line.words().size(); j++) {
                        if (Vocabulary.sideOf(line.words().get(j).text()) == 0) {
                            found.add(new At(i, j));
                        }
                    }
                }
            }
        }
        return found;
    }
}
