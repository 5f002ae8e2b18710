package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.table.DateLexer;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.LineText;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;
import za.co.spikedata.engine.table.Weekdays;

/** Finds lines such as "from 1 March to 15 April 2024", and a date labelled "From:" above "To:". */
final class Periods {
    /** Two dates as printed; their parts are not yet understood. */
    record Printed(DateToken from, DateToken to) {}

    private static final Set<String> BETWEEN =
            Set.of(
                    "to",
                    "tot",
                    "bis",
                    "through",
                    "thru",
                    "au",
                    "al",
                    "a",
                    "ate",
                    "till",
                    "until",
                    "todate",
                    "and",
                    "en",
                    "toe",
                    "kuya",
                    "ukuya",
                    "hoisa",
                    "hoya",
                    "goya",
                    "goyago",
                    "uswika",
                    "至",
                    "到",
                    "totdatum",
                    "t/m",
                    "tm",
                    "enddate",
                    "periodto",
                    "statementto");

    private static final Set<String> SINCE =
            Set.of(
                    "from",
                    "fromdate",
                    "datefrom",
                    "periodfrom",
                    "statementfrom",
                    "startdate",
                    "van",
                    "vanaf",
                    "vandatum",
                    "von",
                    "du",
                    "desde",
                    "dal");

    private static final Set<String> UNTIL =
            Set.of(
                    "to",
                    "todate",
                    "dateto",
                    "periodto",
                    "statementto",
                    "enddate",
                    "tot",
                    "totdatum",
                    "bis",
                    "au",
                    "hasta",
                    "al");

    /** Lines from a labelled start to its end; one may stand between them. */
    private static final int LABELS_APART = 2;

    /** In font sizes; what stands further apart belongs to another block of the page. */
    private static final double WIDE_GAP = 1.5;

    /** Two dates and a word between them take more characters than this. */
    private static final int SHORTEST_GLUED = 10;

    private static final String GLUE =
            "(?<=:)|(?<=\\d)(?=(?:to|tot|bis)\\d)|(?<=\\d(?:to|tot|bis))(?=\\d)"
                    + "|(?<=[/.]\\d{2,4})(?=[-\u2010-\u2014]\\d{1,2}[/.])"
                    + "|(?<=[/.]\\d{2,4}[-\u2010-\u2014])(?=\\d{1,2}[/.])";

    private static final Pattern JOINED =
            Pattern.compile("\\d{1,2}[/.].*[/.]\\d{2,4}[-\u2010-\u2014]\\d{1,2}[/.].*");

    private final List<Printed> found = new ArrayList<>();
    private @Nullable DateToken since;
    private int sinceLine;

    private Periods() {}

    static List<Printed> of(List<TokenLine> lines) {
        var periods = new Periods();
        for (int i = 0; i < lines.size(); i++) {
            periods.take(lines.get(i), i);
        }
        return periods.found;
    }

    private void take(TokenLine line, int index) {
        LineText text = unglued(line);
        List<DateToken> dates = text == line.text() ? line.dates() : new DateLexer().find(text);
        for (int i = 1; i < dates.size(); i++) {
            DateToken from = dates.get(i - 1);
            DateToken to = dates.get(i);
            if (isJoined(text, from, to)) {
                found.add(new Printed(from, to));
            }
        }
        for (DateToken date : dates) {
            labelled(text, date, index);
        }
    }

    private void labelled(LineText text, DateToken date, int index) {
        String label = label(text, date);
        if (SINCE.contains(label)) {
            since = date;
            sinceLine = index;
        } else if (since != null
                && index > sinceLine
                && index - sinceLine <= LABELS_APART
                && UNTIL.contains(label)) {
            found.add(new Printed(since, date));
            since = null;
        }
    }

    /** The letters before a date that stand alone: back to the line's start or a wide gap. */
    private static String label(LineText text, DateToken date) {
        var label = new StringBuilder();
        for (int i = date.firstWord() - 1; i >= 0; i--) {
            Word word = text.words().get(i);
            label.insert(0, word.text());
            double before = i == 0 ? 0 : text.words().get(i - 1).box().right();
            if (i == 0 || word.box().left() - before > WIDE_GAP * word.size()) {
                break;
            }
        }
        return Vocabulary.letters(label.toString());
    }

    private static boolean isJoined(LineText text, DateToken from, DateToken to) {
        int start = from.lastWord() + 1;
        int end = to.firstWord() - 1;
        end -= end > start && Weekdays.names(text.words().get(end).text()) ? 1 : 0;
        boolean weak = from.weak() || to.weak();
        if (weak && from.form() != DateToken.Form.YEAR_FIRST) {
            return false;
        }
        if (start > end) {
            return false;
        }
        var between = new StringBuilder();
        for (int i = start; i <= end; i++) {
            between.append(text.words().get(i).text()).append(' ');
        }
        String printed = between.toString().strip();
        String letters = Vocabulary.letters(printed);
        return BETWEEN.contains(letters)
                || (letters.isEmpty() && printed.matches("[-\u2010-\u2014\u2212~]+"));
    }

    private static boolean isGlued(String word) {
        int colon = word.indexOf(':');
        if (colon >= 0 && colon < word.length() - 1) {
            return true;
        }
        return word.length() > SHORTEST_GLUED
                && Character.isDigit(word.charAt(0))
                && (hasLetter(word) || hasDash(word) && JOINED.matcher(word).matches());
    }

    private static boolean hasLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Cheaper than the pattern, for long figures have none. */
    private static boolean hasDash(String word) {
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            if (each == '-' || each >= '\u2010' && each <= '\u2014') {
                return true;
            }
        }
        return false;
    }

    /** A colon stands on the line, or a word as long as two dates; quick and often no. */
    private static boolean mayBeGlued(TokenLine line) {
        return line.text().hasColon() || line.text().longest() > SHORTEST_GLUED;
    }

    private static boolean isAnyGlued(List<Word> words) {
        for (Word word : words) {
            if (isGlued(word.text())) {
                return true;
            }
        }
        return false;
    }

    private static LineText unglued(TokenLine line) {
        if (!mayBeGlued(line) || !isAnyGlued(line.words())) {
            return line.text();
        }
        var words = new ArrayList<Word>();
        for (Word word : line.words()) {
            for (String part : word.text().split(GLUE)) {
                if (!part.isEmpty()) {
                    words.add(new Word(part, word.box(), word.size()));
                }
            }
        }
        return LineText.of(words);
    }
}
