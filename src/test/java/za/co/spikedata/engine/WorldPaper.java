package za.co.spikedata.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/**
 * A paper typed on a grid, and what must come of it.
 *
 * @param expected verdict and type of the first statement
 * @param truth rows as date, amount, balance or a dash, and words; four dashes part statements
 */
record WorldPaper(String name, String expected, List<String> lines, List<String> truth) {
    /** What may go wrong with a row between the bank and us. */
    enum Damage {
        DROP,
        DOUBLE,
        CHANGE_A_DIGIT
    }

    private static final String PAGE_END = "\f";
    private static final String PARTED = "----";

    private static final Pattern FIGURE =
            Pattern.compile(
                    "\\d[\\d.,' \u066B\u066C]*[.,\u066B]\\d{2,3}(?!\\d)|\\d{1,3}(?:,\\d{3})+");

    static WorldPaper of(Path file) {
        try {
            List<String> all = Files.readAllLines(file);
            int end = all.indexOf("====");
            return new WorldPaper(
                    file.getFileName().toString(),
                    all.getFirst().substring(2),
                    all.subList(1, end),
                    all.subList(end + 1, all.size()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Lines of the rows that begin with a date and end with a figure. */
    List<Integer> rowLines() {
        return IntStream.range(0, lines.size()).filter(this::isRow).boxed().toList();
    }

    private boolean isRow(int line) {
        String printed = lines.get(line);
        return truth.stream()
                .map(row -> row.split(" "))
                .filter(row -> row.length > 1)
                .anyMatch(row -> prints(printed, row[1]) && printsDay(printed, row[0]));
    }

    private static boolean prints(String printed, String amount) {
        String digits = new BigDecimal(amount).abs().toPlainString().replaceAll("\\D", "");
        Matcher figures = FIGURE.matcher(printed);
        while (figures.find()) {
            String found = plain(figures.group()).replaceAll("\\D", "");
            if (found.equals(digits) || (found + "00").equals(digits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean printsDay(String printed, String date) {
        int day = Integer.parseInt(date.substring(8));
        return Pattern.compile("(?<!\\d)0?%d(?!\\d)".formatted(day)).matcher(plain(printed)).find();
    }

    private static String plain(String printed) {
        return printed.codePoints()
                .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Proven with other rows than its own. */
    boolean isProvenWrongly() {
        return result() instanceof ReadResult.Read read
                && read.verdict() == Verdict.PROVEN
                && !differences(rows(read)).isEmpty();
    }

    WorldPaper with(Damage damage, int line) {
        var damaged = new ArrayList<>(lines);
        switch (damage) {
            case DROP -> damaged.remove(line);
            case DOUBLE -> damaged.add(line, lines.get(line));
            case CHANGE_A_DIGIT -> damaged.set(line, changed(lines.get(line)));
        }
        return new WorldPaper(name, expected, damaged, truth);
    }

    /** How many pages the paper says it has. */
    int pages() {
        return (int) lines.stream().filter(PAGE_END::equals).count() + 1;
    }

    /**
     * @param page counted from 0
     */
    WorldPaper withoutPage(int page) {
        var left = new ArrayList<String>();
        int at = 0;
        for (String line : lines) {
            if (at != page) {
                left.add(line);
            }
            at += line.equals(PAGE_END) ? 1 : 0;
        }
        return new WorldPaper(name, expected, left, truth);
    }

    int statements() {
        return (int) truth.stream().filter(PARTED::equals).count() + 1;
    }

    /**
     * Without the lines from the last row of a statement to the first of the next; nothing where
     * these rows cannot be told from others.
     *
     * @param statement the earlier one, counted from 0
     */
    Optional<WorldPaper> withoutWhatPartsFromTheNext(int statement) {
        int behind =
                IntStream.range(0, truth.size())
                        .filter(i -> truth.get(i).equals(PARTED))
                        .skip(statement)
                        .findFirst()
                        .orElseThrow();
        OptionalInt last = lineOf(truth.get(behind - 1), 0);
        OptionalInt next = lineOf(truth.get(behind + 1), last.orElse(0) + 1);
        if (last.isEmpty() || next.isEmpty()) {
            return Optional.empty();
        }
        var left = new ArrayList<>(lines);
        left.subList(last.getAsInt() + 1, next.getAsInt()).clear();
        return Optional.of(new WorldPaper(name, expected, left, truth));
    }

    private OptionalInt lineOf(String row, int from) {
        var alone = new WorldPaper(name, expected, lines, List.of(row));
        return alone.rowLines().stream()
                .mapToInt(Integer::intValue)
                .filter(line -> line >= from)
                .findFirst();
    }

    /** The first digit of the row's amount becomes another. */
    private String changed(String line) {
        Matcher figure = FIGURE.matcher(line);
        while (figure.find()) {
            if (isAmount(figure.group())) {
                char digit = line.charAt(figure.start());
                int value = Character.digit(digit, 10);
                char other = (char) (digit - value + value % 9 + 1);
                return line.substring(0, figure.start())
                        + other
                        + line.substring(figure.start() + 1);
            }
        }
        throw new IllegalStateException("Expected the amount");
    }

    private boolean isAmount(String figure) {
        return truth.stream()
                .map(row -> row.split(" "))
                .anyMatch(row -> row.length > 1 && prints(figure, row[1]));
    }

    ReadResult.Read read() {
        return (ReadResult.Read) result();
    }

    private ReadResult result() {
        return new StatementEngine(EngineLimits.DEFAULT)
                .read(GridPaper.of(lines), Optional.empty(), Progress.NONE);
    }

    /** Where what was read first differs from what must come of the paper; empty if nowhere. */
    String difference() {
        if (!(result() instanceof ReadResult.Read read)) {
            return "unreadable";
        }
        String different = differences(rows(read));
        if (!different.isEmpty()) {
            return read.verdict() + different;
        }
        String came = read.verdict() + " " + read.statements().getFirst().type();
        return came.equals(expected) ? "" : came;
    }

    private String differences(List<String> rows) {
        for (int i = 0; i < Math.max(rows.size(), truth.size()); i++) {
            String got = i < rows.size() ? rows.get(i) : "nothing";
            String asked = i < truth.size() ? truth.get(i) : "nothing";
            if (!isSame(asked.split(" "), got.split(" ")) || !speaksAlike(asked, got)) {
                return " row " + (i + 1) + " <" + got + "> for <" + asked + ">";
            }
        }
        return "";
    }

    private static List<String> rows(ReadResult.Read read) {
        var rows = new ArrayList<String>();
        for (Statement statement : read.statements()) {
            if (!rows.isEmpty()) {
                rows.add(PARTED);
            }
            statement.transactions().forEach(row -> rows.add(row(row)));
        }
        return rows;
    }

    private static String row(Transaction row) {
        return "%s %s %s | %s"
                .formatted(
                        row.date(),
                        row.amount().decimal(),
                        row.balance().map(Money::decimal).map(Object::toString).orElse("-"),
                        String.join(" ", row.description()));
    }

    private static boolean isSame(String[] asked, String[] got) {
        return asked[0].equals(got[0])
                && (asked.length < 2 || isSame(asked[1], got[1]))
                && (asked.length < 3 || asked[2].equals("-") || isSame(asked[2], got[2]));
    }

    private static boolean isSame(String asked, String got) {
        return !got.equals("-") && new BigDecimal(asked).compareTo(new BigDecimal(got)) == 0;
    }

    private static boolean speaksAlike(String asked, String got) {
        int words = asked.indexOf(" | ");
        return words < 0 || glued(got).contains(glued(asked.substring(words + 3)));
    }

    private static String glued(String text) {
        return text.toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
