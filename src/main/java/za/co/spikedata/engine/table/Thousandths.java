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
    private static final Pattern POINTED = Pattern.compile("[-+(]?[\\d,' ]*\\d\\.\\d{3}\\)?-?");
    private static final Pattern COMMAED = Pattern.compile("[-+(]?[\\d.' ]*\\d,\\d{3}\\)?-?");
    private static final Pattern MIXED =
            Pattern.compile("[-+(]?\\d{1,3}(?:(?:,\\d{3})+\\.\\d{3}|(?:\\.\\d{3})+,\\d{3})\\)?-?");
    private static final Pattern CENTS = Pattern.compile("[-+(]?[\\d.,' ]*\\d[.,]\\d{2}\\)?-?");

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
            named |= text.length() >= 3 && CURRENCIES.contains(code(text));
        } else if (Character.isDigit(last) || last == ')' || last == '-') {
            named |= MIXED.matcher(text).matches();
            pointed += POINTED.matcher(text).matches() ? 1 : 0;
            commaed += COMMAED.matcher(text).matches() ? 1 : 0;
            cents += CENTS.matcher(text).matches() ? 1 : 0;
        }
    }

    private static String code(String text) {
        return text.length() == 3 || !Character.isLetter(text.charAt(3))
                ? text.substring(0, 3)
                : "";
    }
}
