package za.co.spikedata.engine.table;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;

/**
 * Tells papers that print three decimals: they name a currency of a thousand parts, or part their
 * thousands by another sign, and print more figures with three last digits than with two.
 */
final class Thousandths {
    private static final int PAGES = 3;
    private static final Set<String> CURRENCIES =
            Set.of("KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD");
    private static final Pattern MIXED =
            Pattern.compile("[-+(]?\\d{1,3}(?:(?:,\\d{3})+\\.\\d{3}|(?:\\.\\d{3})+,\\d{3})\\)?-?");

    private int pointed;
    private int commaed;
    private int cents;
    private boolean named;

    private Thousandths() {}

    /** The decimal sign of such a paper; {@link FigureScanner#CENTS} for any other. */
    static char sign(List<Page> pages) {
        var seen = new Thousandths();
        for (Page page : pages.subList(0, Math.min(PAGES, pages.size()))) {
            for (Line line : page.lines()) {
                line.words().forEach(seen::see);
            }
        }
        boolean fine = seen.named && Math.max(seen.pointed, seen.commaed) > seen.cents;
        if (!fine) {
            return FigureScanner.CENTS;
        }
        return seen.pointed > seen.commaed ? '.' : ',';
    }

    private void see(Word word) {
        String text = word.text();
        char last = text.charAt(text.length() - 1);
        if (Character.isLetter(text.charAt(0))) {
            named = named || text.length() >= 3 && CURRENCIES.contains(code(text));
        } else if (word.hasPointedDigits()
                && (Character.isDigit(last) || last == ')' || last == '-')) {
            figure(text);
        }
    }

    /** A figure ends in its decimals, a bracket and a minus; what stands before them is whole. */
    private void figure(String text) {
        int end = text.length();
        end -= text.charAt(end - 1) == '-' ? 1 : 0;
        end -= end > 0 && text.charAt(end - 1) == ')' ? 1 : 0;
        if (isWhole(text, end - 3, ".,", "., '") && areDigits(text, end - 2, end)) {
            cents++;
        } else if (areDigits(text, end - 3, end)) {
            pointed += isWhole(text, end - 4, ".", ", '") ? 1 : 0;
            commaed += isWhole(text, end - 4, ",", ". '") ? 1 : 0;
            named = named || MIXED.matcher(text).matches();
        }
    }

    /** A sign, digits with separators between them, and one of the points stand up to a place. */
    private static boolean isWhole(String text, int point, String points, String separators) {
        int start = !text.isEmpty() && "-+(".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        if (point <= start
                || points.indexOf(text.charAt(point)) < 0
                || !areDigits(text, point - 1, point)) {
            return false;
        }
        for (int i = start; i < point - 1; i++) {
            if (!areDigits(text, i, i + 1) && separators.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = Math.max(from, 0); i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from >= 0;
    }

    private static String code(String text) {
        return text.length() == 3 || !Character.isLetter(text.charAt(3))
                ? text.substring(0, 3)
                : "";
    }
}
