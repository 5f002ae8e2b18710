package za.co.spikedata.engine.layout;

import java.util.List;
import za.co.spikedata.engine.model.Box;

/**
 * Words on one baseline, from left to right, never none.
 *
 * @param figured whether some word holds digits and a point, as figures do
 */
public record Line(List<Word> words, Box box, boolean figured) {
    public Line {
        words = List.copyOf(words);
    }

    public static Line of(List<Word> words) {
        return new Line(words, around(words, 0, words.size() - 1), isAnyFigured(words));
    }

    private static boolean isAnyFigured(List<Word> words) {
        for (Word word : words) {
            if (word.hasPointedDigits()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The smallest rectangle that holds the words from the first to the last. Asked for every
     * figure of a paper, and no place is the sort of number that plain comparisons get wrong.
     */
    public static Box around(List<Word> words, int first, int last) {
        Box box = words.get(first).box();
        if (first == last) {
            return box;
        }
        double left = box.left();
        double top = box.top();
        double right = box.right();
        double bottom = box.bottom();
        for (int i = first + 1; i <= last; i++) {
            Box each = words.get(i).box();
            left = each.left() < left ? each.left() : left;
            top = each.top() < top ? each.top() : top;
            right = each.right() > right ? each.right() : right;
            bottom = each.bottom() > bottom ? each.bottom() : bottom;
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
