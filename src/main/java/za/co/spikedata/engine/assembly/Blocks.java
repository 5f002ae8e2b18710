package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.table.TokenLine;

/** The texts of a page's head: pieces of lines parted by wide gaps, and stacks of such pieces. */
final class Blocks {
    /** A gap wider than this many font sizes parts two texts. */
    private static final double WIDE_GAP = 1.5;

    /** Pieces of one stack start this close to one x, in points. */
    private static final double SNAP_POINTS = 1.5;

    /** Lines of one stack are at most this many line heights apart. */
    private static final double PITCH_HEIGHTS = 2.2;

    /** A text with nothing near on its line. */
    record Piece(TokenLine line, int firstWord, int lastWord, String text, Box box) {
        boolean isDated() {
            return line.dates().stream()
                    .anyMatch(date ->
                            !date.weak()
                                    && date.firstWord() >= firstWord
                                    && date.lastWord() <= lastWord);
        }

        boolean holdsMoney() {
            return line.money().stream()
                    .anyMatch(money ->
                            money.strong()
                                    && money.firstWord() >= firstWord
                                    && money.lastWord() <= lastWord);
        }
    }

    private Blocks() {}

    static List<Piece> pieces(TokenLine line) {
        var pieces = new ArrayList<Piece>();
        List<Word> words = line.words();
        int start = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || isWide(words.get(i - 1), words.get(i))) {
                pieces.add(
                        new Piece(
                                line,
                                start,
                                i - 1,
                                line.text().printed(start, i - 1),
                                line.text().box(start, i - 1)));
                start = i;
            }
        }
        return pieces;
    }

    /** Pieces below one another that start at one x, from top to bottom. */
    static List<List<Piece>> stacks(List<TokenLine> lines) {
        var stacks = new ArrayList<List<Piece>>();
        for (TokenLine line : lines) {
            for (Piece piece : pieces(line)) {
                stacks.reversed().stream()
                        .filter(stack -> continues(stack.getLast(), piece))
                        .findFirst()
                        .orElseGet(() -> {
                            stacks.add(new ArrayList<>());
                            return stacks.getLast();
                        })
                        .add(piece);
            }
        }
        return stacks;
    }

    private static boolean continues(Piece above, Piece below) {
        double pitch = below.box().top() - above.box().top();
        double height = Math.max(above.box().height(), 6);
        return above.line().strip() == below.line().strip()
                && Math.abs(above.box().left() - below.box().left()) < SNAP_POINTS
                && pitch > height / 2
                && pitch <= PITCH_HEIGHTS * height;
    }

    private static boolean isWide(Word left, Word right) {
        return right.box().left() - left.box().right()
                > WIDE_GAP * Math.min(left.size(), right.size());
    }
}
