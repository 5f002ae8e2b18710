package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.layout.RightToLeft;

/** Takes the lines of a section one after another and keeps those that are rows. */
final class RowFinder {
    /** As in "(B/F)". */
    private static final int LONGEST_SHORT_NAME = 5;

    private static final double ROW_SNAP_POINTS = 5;

    private final Section section;
    private final DateColumns dates;
    private final List<Column> columns;
    private final Optional<RunningText> text;
    private final List<RowLine> rows = new ArrayList<>();
    private final List<String> parts = new ArrayList<>(List.of(""));
    private Optional<DateToken> latest = Optional.empty();
    private boolean heading;
    private boolean unposted;
    private @Nullable Pitch pitch;

    /**
     * @param text tells figures of columns that stand below no others
     */
    RowFinder(
            Section section, DateColumns dates, List<Column> columns, Optional<RunningText> text) {
        this.section = section;
        this.dates = dates;
        this.columns = columns;
        this.text = text;
    }

    List<RowLine> rows() {
        return rows;
    }

    /** What stands above each part of the table. */
    List<String> parts() {
        return parts;
    }

    void take(int index) {
        TokenLine line = section.lines().get(index);
        double shift = section.shift(line);
        Optional<DateToken> date = dates.bookedIn(line, shift);
        latest = date.or(() -> dates.below() ? below(index) : latest);
        List<Optional<MoneyToken>> cells =
                text.isPresent() ? text.get().cells(line) : cells(line, shift, date);
        boolean isHeader = section.headerLines().contains(index);
        unposted = !isHeader && isUnposted(index, line, shift);
        if (isAnyFilled(cells) && !isHeader) {
            Optional<DateToken> value = dates.valueIn(line, shift, date);
            RowLine row = row(index, line, date, value, cells);
            boolean isListed =
                    row.name() == Vocabulary.Name.NONE
                            && isUnderBalancesAlone(cells)
                            && cells.stream()
                                    .flatMap(Optional::stream)
                                    .noneMatch(this::leadsToLast);
            if (unposted && isListed) {
                return;
            }
            unposted = false;
            rows.add(row);
            heading = false;
            if (row.name() == Vocabulary.Name.TOTAL && !row.isDated()) {
                parts.add("");
            }
        } else if (isHeader) {
            withoutSummary();
            heading |= date.isEmpty();
        } else if (startsRow(line, shift)) {
            heading |= date.isEmpty();
            if (date.isEmpty()) {
                parts.add(line.printed());
            }
        }
    }

    /** A title of what has not moved the account, or no other title since. */
    private boolean isUnposted(int index, TokenLine line, double shift) {
        if (line.hasStrongMoney() || !line.dates().isEmpty()) {
            return unposted;
        }
        return Unposted.titles(line.printed()) && isApart(index)
                || unposted && !startsRow(line, shift);
    }

    /**
     * No text of a row: it is further from the line above than lines mostly are from each other,
     * and than the texts above other rows are from what is above them.
     */
    private boolean isApart(int index) {
        if (index == 0 || section.headerLines().contains(index - 1)) {
            return rows.isEmpty();
        }
        pitch = pitch == null ? Pitch.of(section) : pitch;
        return pitch.isWider(section.lines().get(index - 1), section.lines().get(index));
    }

    /** A row's only figure may stand below balances: one that was posted has an amount too. */
    private boolean isUnderBalancesAlone(List<Optional<MoneyToken>> cells) {
        for (int i = 0; i < cells.size(); i++) {
            boolean balances = columns.get(i).heading().filter(Heading.BALANCE::equals).isPresent();
            if (cells.get(i).isPresent() != balances) {
                return false;
            }
        }
        return true;
    }

    /** From this balance the row above, of a table newest first, came to its own. */
    private boolean leadsToLast(MoneyToken balance) {
        List<MoneyToken> last =
                rows.isEmpty()
                        ? List.of()
                        : rows.getLast().cells().stream().flatMap(Optional::stream).toList();
        return last.size() > 1
                && last.subList(0, last.size() - 1).stream()
                        .map(MoneyToken::signed)
                        .anyMatch(moved ->
                                List.of(balance.signed().plus(moved), balance.signed().minus(moved))
                                        .contains(last.getLast().signed()));
    }

    /** The date between a row and the next; a row without one has none of another row. */
    private Optional<DateToken> below(int index) {
        for (int i = index + 1; i < section.lines().size(); i++) {
            TokenLine next = section.lines().get(i);
            if (next.hasStrongMoney()) {
                return Optional.empty();
            }
            if (DateColumns.beginsDated(next)) {
                return dates.bookedIn(next, section.shift(next));
            }
        }
        return Optional.empty();
    }

    /** Undated figures between a title and the headings below it are a summary, not rows. */
    private void withoutSummary() {
        int first = rows.size();
        while (first > 0
                && !rows.get(first - 1).isDated()
                && rows.get(first - 1).name() == Vocabulary.Name.NONE) {
            first--;
        }
        if (first < rows.size() && rows.get(first).afterHeading()) {
            rows.subList(first, rows.size()).clear();
        }
    }

    private static boolean isAnyFilled(List<Optional<MoneyToken>> cells) {
        for (Optional<MoneyToken> cell : cells) {
            if (cell.isPresent()) {
                return true;
            }
        }
        return false;
    }

    private List<Optional<MoneyToken>> cells(
            TokenLine line, double shift, Optional<DateToken> date) {
        var cells = new ArrayList<Optional<MoneyToken>>(columns.size());
        List<MoneyToken> figures = line.money();
        for (Column column : columns) {
            MoneyToken best = null;
            for (int i = 0; i < figures.size(); i++) {
                MoneyToken token = figures.get(i);
                if (!column.takes(token, shift)
                        || isIn(date, token)
                        || dates.hold(line, token, shift)
                        || isTaken(cells, token)) {
                    continue;
                }
                if (best == null || column.distance(token, shift) < column.distance(best, shift)) {
                    best = token;
                }
            }
            cells.add(Optional.ofNullable(best));
        }
        return cells;
    }

    private static boolean isIn(Optional<DateToken> date, MoneyToken token) {
        return date.isPresent()
                && token.firstWord() <= date.get().lastWord()
                && token.lastWord() >= date.get().firstWord();
    }

    private static boolean isTaken(List<Optional<MoneyToken>> cells, MoneyToken token) {
        for (Optional<MoneyToken> cell : cells) {
            if (cell.isPresent() && cell.get() == token) {
                return true;
            }
        }
        return false;
    }

    private RowLine row(
            int index,
            TokenLine line,
            Optional<DateToken> date,
            Optional<DateToken> valueDate,
            List<Optional<MoneyToken>> cells) {
        var words = new ArrayList<Integer>(line.words().size());
        boolean[] taken = taken(line, date, valueDate, cells);
        boolean lettersTaken = false;
        int side = 0;
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                lettersTaken |= line.text().hasLetter(i);
                continue;
            }
            words.add(i);
            int said = startsPhrase(line, i) ? side(line, i) : 0;
            side = said == 0 ? side : said;
        }
        return new RowLine(
                index,
                line,
                date,
                date.isPresent() ? Optional.empty() : latest,
                valueDate.filter(second -> date.isEmpty() || second != date.get()),
                cells,
                words,
                nameOf(line, words, lettersTaken),
                side,
                heading,
                parts.size() - 1);
    }

    /**
     * A line that holds no name still does without its dates and figures, but for their letters.
     */
    private static boolean mayName(TokenLine line, boolean lettersTaken) {
        return line.mayName() || lettersTaken || !line.text().isAscii();
    }

    private static Vocabulary.Name nameOf(
            TokenLine line, List<Integer> words, boolean lettersTaken) {
        Vocabulary.Name name =
                mayName(line, lettersTaken) ? name(line, words) : Vocabulary.Name.NONE;
        return name == Vocabulary.Name.NONE ? shortName(line, words) : name;
    }

    /** Of a balance that is carried, where no other word stands beside the two letters. */
    private static Vocabulary.Name shortName(TokenLine line, List<Integer> words) {
        Vocabulary.Name name = Vocabulary.Name.NONE;
        for (int word : words) {
            String text = line.words().get(word).text();
            if (text.length() > LONGEST_SHORT_NAME) {
                return Vocabulary.Name.NONE;
            }
            Vocabulary.Name said = Vocabulary.shortNameOf(text);
            name = said == Vocabulary.Name.NONE ? name : said;
        }
        return name;
    }

    private static Vocabulary.Name name(TokenLine line, List<Integer> words) {
        List<String> texts = words.stream().map(word -> line.words().get(word).text()).toList();
        boolean turned = !line.text().isAscii();
        return Vocabulary.nameOf(String.join(" ", turned ? RightToLeft.words(texts) : texts));
    }

    /** Text that begins where the dates of rows do. */
    private boolean startsRow(TokenLine line, double shift) {
        double left = line.box().left() - shift;
        return left < dates.booked().orElseThrow().left() + ROW_SNAP_POINTS
                && line.printed().chars().anyMatch(Character::isLetter);
    }

    private static boolean startsPhrase(TokenLine line, int word) {
        return line.text().gapBefore(word) != LineText.NEAR;
    }

    /** The side that the words from this one to the next wide gap say. */
    private static int side(TokenLine line, int word) {
        int last = word;
        while (last + 1 < line.words().size() && !startsPhrase(line, last + 1)) {
            last++;
        }
        LineText text = line.text();
        return Vocabulary.maySide(
                        text.text(), text.start(word), text.start(last) + text.length(last))
                ? Vocabulary.sideOf(text.printed(word, last))
                : 0;
    }

    /** The words that are dates, a time behind the first, or figures. */
    private static boolean[] taken(
            TokenLine line,
            Optional<DateToken> date,
            Optional<DateToken> valueDate,
            List<Optional<MoneyToken>> cells) {
        boolean[] taken = new boolean[line.words().size()];
        if (date.isPresent()) {
            Arrays.fill(taken, date.get().firstWord(), line.afterTime(date.get()), true);
        }
        if (valueDate.isPresent()) {
            Arrays.fill(taken, valueDate.get().firstWord(), valueDate.get().lastWord() + 1, true);
        }
        for (Optional<MoneyToken> cell : cells) {
            if (cell.isPresent()) {
                Arrays.fill(taken, cell.get().firstWord(), cell.get().lastWord() + 1, true);
            }
        }
        return taken;
    }
}
