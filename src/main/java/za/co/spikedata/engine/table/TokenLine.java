package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * A line with the dates and figures found in it. What is asked of every line of a paper again and
 * again is told once, while the line's words are at hand.
 */
public final class TokenLine {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");

    private final int page;
    private final int strip;
    private final LineText text;
    private final List<DateToken> dates;
    private final List<MoneyToken> money;
    private final boolean strongDate;
    private final boolean strongMoney;
    private final boolean mayName;
    private final boolean mayTouch;
    private @Nullable Box box;
    private @Nullable Optional<Header> header;

    private TokenLine(
            int page,
            int strip,
            LineText text,
            List<DateToken> dates,
            List<MoneyToken> money,
            @Nullable Box box) {
        this.page = page;
        this.strip = strip;
        this.text = text;
        this.dates = List.copyOf(dates);
        this.money = List.copyOf(money);
        this.strongDate = isAnyStrong(dates);
        this.strongMoney = holdsStrong(money);
        this.mayName = Vocabulary.mayName(text);
        this.mayTouch = Touching.isIn(text);
        this.box = box;
    }

    static TokenLine of(int page, int strip, Line line, MoneyLexer figures) {
        return of(page, strip, line.words(), figures, line.box());
    }

    static TokenLine of(int page, int strip, List<Word> words, MoneyLexer figures) {
        return of(page, strip, words, figures, null);
    }

    private static TokenLine of(
            int page, int strip, List<Word> words, MoneyLexer figures, @Nullable Box box) {
        LineText text = LineText.of(words);
        List<DateToken> dates = new DateLexer().find(text);
        List<MoneyToken> money = figures.find(text, text.without(dates));
        return new TokenLine(page, strip, text, dates, money, box);
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

    /**
     * The line with one of its words parted into two before a character. Characters are taken to be
     * equally wide: only the right edge of a figure counts.
     */
    public TokenLine parted(int word, int start) {
        Word whole = words().get(word);
        Box around = whole.box();
        double width = around.width() * start / whole.text().length();
        var words = new ArrayList<Word>(words());
        words.set(
                word,
                new Word(
                        whole.text().substring(0, start),
                        new Box(around.left(), around.top(), width, around.height()),
                        whole.size()));
        words.add(
                word + 1,
                new Word(
                        whole.text().substring(start),
                        new Box(
                                around.left() + width,
                                around.top(),
                                around.width() - width,
                                around.height()),
                        whole.size()));
        return of(words);
    }

    /** The line as it would be read if it were made of other words. */
    TokenLine of(List<Word> words) {
        return of(page, strip, words, new MoneyLexer());
    }

    private static boolean isAnyStrong(List<DateToken> dates) {
        for (DateToken date : dates) {
            if (!date.weak()) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsStrong(List<MoneyToken> money) {
        for (MoneyToken figure : money) {
            if (figure.strong()) {
                return true;
            }
        }
        return false;
    }

    /** Counted from 1. */
    public int page() {
        return page;
    }

    /** Which upright part of the document it stands in, counted from 0 in reading order. */
    public int strip() {
        return strip;
    }

    public LineText text() {
        return text;
    }

    public List<DateToken> dates() {
        return dates;
    }

    public List<MoneyToken> money() {
        return money;
    }

    public List<Word> words() {
        return text.words();
    }

    public Box box() {
        if (box == null) {
            box = text.box(0, words().size() - 1);
        }
        return box;
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

    /** Whether any term of balances and totals may be in it, as {@link Vocabulary#mayName}. */
    boolean mayName() {
        return mayName;
    }

    /** Whether a figure may touch the text it stands behind, as {@link Touching} parts them. */
    boolean mayTouch() {
        return mayTouch;
    }

    /** What the line calls itself when it prints a balance or a total. */
    public Name name() {
        return mayName ? Vocabulary.nameOf(printed()) : Name.NONE;
    }

    /** The headings the line is made of, if it is. */
    Optional<Header> header() {
        if (header == null) {
            header = Header.read(this);
        }
        return header;
    }

    /** The only date, if it is surely one and begins the line, at most behind its weekday. */
    public Optional<DateToken> leadingDate() {
        if (dates.size() != 1 || dates.getFirst().weak()) {
            return Optional.empty();
        }
        DateToken date = dates.getFirst();
        boolean leads =
                date.firstWord() == 0
                        || date.firstWord() == 1 && Weekdays.names(words().getFirst().text());
        return leads ? Optional.of(date) : Optional.empty();
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
        return strongDate && strongMoney;
    }

    public boolean hasStrongMoney() {
        return strongMoney;
    }

    boolean hasStrongDate() {
        return strongDate;
    }
}
