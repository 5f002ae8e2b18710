package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * A line with the dates and figures found in it.
 *
 * @param page counted from 1
 * @param strip which upright part of the document it stands in, counted from 0 in reading order
 */
public record TokenLine(
        int page, int strip, LineText text, List<DateToken> dates, List<MoneyToken> money) {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");

    public TokenLine {
        dates = List.copyOf(dates);
        money = List.copyOf(money);
    }

    static TokenLine of(int page, int strip, List<Word> words, MoneyLexer figures) {
        LineText text = LineText.of(words);
        List<DateToken> dates = new DateLexer().find(text);
        var taken = new ArrayList<int[]>();
        for (DateToken date : dates) {
            if (!date.weak()) {
                taken.add(range(text, date));
            }
        }
        return new TokenLine(page, strip, text, dates, figures.find(text.without(taken)));
    }

    /** The line as it would be read if its words said something else. */
    public TokenLine saying(List<String> texts) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < texts.size(); i++) {
            Word word = words().get(i);
            words.add(new Word(texts.get(i), word.box(), word.size()));
        }
        return of(words);
    }

    /** The line as it would be read if it were made of other words. */
    TokenLine of(List<Word> words) {
        return of(page, strip, words, new MoneyLexer());
    }

    private static int[] range(LineText text, DateToken date) {
        int start = text.start(date.firstWord());
        int end = text.start(date.lastWord()) + text.words().get(date.lastWord()).text().length();
        return new int[] {start, end};
    }

    public List<Word> words() {
        return text.words();
    }

    public Box box() {
        return text.box(0, words().size() - 1);
    }

    /** The same line of the paper, however its words are parted. */
    public boolean isAt(TokenLine other) {
        return page == other.page
                && strip == other.strip
                && words().getFirst().box().top() == other.words().getFirst().box().top()
                && words().getFirst().box().left() == other.words().getFirst().box().left();
    }

    public Place place() {
        return new Place(page, box());
    }

    /** The whole line as printed, words joined by blanks. */
    public String printed() {
        return text.printed();
    }

    /** What the line calls itself when it prints a balance or a total. */
    public Name name() {
        return text.mayName() ? Vocabulary.nameOf(printed()) : Name.NONE;
    }

    /** A word stands a blank before the date, so it is part of a text such as a purchase's. */
    public boolean isEmbedded(DateToken date) {
        int first = date.firstWord();
        if (text.gapBefore(first) != LineText.NEAR) {
            return false;
        }
        return words().get(first - 1).text().chars().anyMatch(Character::isLetter)
                && dates.stream().noneMatch(each -> each.lastWord() == first - 1);
    }

    /** Index of the word after a date, or after the time of day that stands with it. */
    int afterTime(DateToken date) {
        int next = date.lastWord() + 1;
        boolean timed =
                next < words().size()
                        && text.gapBefore(next) == LineText.NEAR
                        && TIME.matcher(words().get(next).text()).matches();
        return timed ? next + 1 : next;
    }

    /** Holds both a date and a figure. */
    public boolean isRow() {
        return hasStrongDate() && hasStrongMoney();
    }

    boolean hasStrongMoney() {
        for (int i = 0; i < money.size(); i++) {
            if (money.get(i).strong()) {
                return true;
            }
        }
        return false;
    }

    boolean hasStrongDate() {
        for (int i = 0; i < dates.size(); i++) {
            if (!dates.get(i).weak()) {
                return true;
            }
        }
        return false;
    }
}
