package za.co.spikedata.bench.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import za.co.spikedata.bench.paper.Conventions.Amounts;
import za.co.spikedata.bench.paper.Conventions.Balance;
import za.co.spikedata.bench.paper.Conventions.Dates;
import za.co.spikedata.bench.paper.Conventions.Ends;
import za.co.spikedata.bench.paper.Conventions.Fee;
import za.co.spikedata.bench.paper.Conventions.ValueDate;

/** An invented statement drawn by conventions that chance put together; a seed is one paper. */
public final class RandomPaper {
    /**
     * @param about its conventions, for the report
     */
    public record Drawn(byte[] pdf, Truth truth, String about) {}

    private record Column(String head, double left, double right, boolean figure) {}

    private record Entry(
            LocalDate date, List<String> text, long amount, long fee, long balance, boolean memo) {
        long moved() {
            return memo ? 0 : amount + fee;
        }
    }

    private static final String[] PARTIES = {
        "KAREE FOODS", "N1 GARAGE", "FYNBOS TRADING", "QUAGGA INSURE", "PROTEA SUPPLIES",
                "J SAMPLE RENT",
        "STREAMBOX", "BAOBAB PHARMACY", "Dr Sample Rooms", "MARULA CAFE", "Credit Union Fees",
                "SPRINGBOK FUEL 24"
    };
    private static final String[] KINDS = {
        "POS Purchase",
        "Debit Order",
        "Internet Pmt To",
        "Magtape Credit",
        "Salary",
        "Cash Deposit",
        "Eft Payment",
        "Service Fee",
        "Transfer From",
        "Card Refund"
    };

    /** Cents of a figure no column needs more room for. */
    private static final long WIDEST = 188_888_888;

    private Random random;
    private final Conventions how;
    private final Sheet sheet;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private long opening;
    private long closing;
    private LocalDate from = LocalDate.EPOCH;
    private LocalDate to = LocalDate.EPOCH;
    private double top;
    private boolean second;

    private RandomPaper(long seed, UnaryOperator<Conventions> change) {
        random = new Random(seed);
        how = change.apply(Conventions.random(random));
        sheet = new Sheet(how.page(), how.face(), how.size());
    }

    public static Drawn draw(long seed) {
        return draw(seed, UnaryOperator.identity());
    }

    /** A paper of one layout with what chance puts on it, and a fault. */
    public static byte[] draw(long layout, long content, Fault fault) {
        var paper = new RandomPaper(layout, UnaryOperator.identity());
        paper.layOut();
        paper.random = new Random(content);
        paper.invent();
        paper.print();
        fault.on(paper.sheet, new Random(content));
        return paper.sheet.bytes();
    }

    /** The same rows in other conventions, as long as these leave chance alone. */
    static Drawn draw(long seed, UnaryOperator<Conventions> change) {
        var paper = new RandomPaper(seed, change);
        paper.layOut();
        paper.invent();
        paper.print();
        var rows = new ArrayList<Truth.Row>();
        for (Entry entry : paper.how.newestFirst() ? paper.entries.reversed() : paper.entries) {
            if (!entry.memo) {
                rows.add(
                        new Truth.Row(
                                entry.date,
                                String.join(" ", entry.text),
                                entry.moved(),
                                entry.balance));
            }
        }
        return new Drawn(
                paper.sheet.bytes(),
                new Truth(paper.opening, paper.closing, rows),
                paper.how.toString());
    }

    private void invent() {
        boolean crosses = random.nextInt(4) == 0;
        LocalDate day =
                LocalDate.of(
                        2021 + random.nextInt(5),
                        crosses ? 11 : 1 + random.nextInt(9),
                        1 + random.nextInt(27));
        from = day;
        opening = (random.nextInt(5) == 0 ? -1 : 1) * (random.nextLong(5_000_000) + 1);
        long balance = opening;
        int perDay = 1 + random.nextInt(4);
        for (int i = 0; i < how.rows(); i++) {
            if (random.nextInt(perDay + 1) == 0) {
                day = day.plusDays(1 + random.nextInt(how.rows() > 120 ? 1 : 3));
            }
            boolean in = random.nextInt(4) == 0;
            long amount = (in ? 1 : -1) * amount(in);
            long fee =
                    how.fee() != Fee.NONE && !in && random.nextInt(3) == 0
                            ? -(100 + random.nextInt(3_000))
                            : 0;
            boolean memo = how.memos() && i > 3 && random.nextInt(25) == 0;
            if (!memo) {
                balance += amount + (how.fee() == Fee.MOVES ? fee : 0);
            }
            entries.add(new Entry(day, text(day), amount, memo ? 0 : fee, balance, memo));
        }
        closing = balance;
        to = day.plusDays(random.nextInt(3));
        if (how.fee() == Fee.MEMO) {
            entries.replaceAll(each ->
                    new Entry(each.date, each.text, each.amount, 0, each.balance, each.memo));
        }
    }

    private long amount(boolean in) {
        return switch (random.nextInt(5)) {
            case 0 -> 1 + random.nextInt(9_999);
            case 1 -> 100L * (1 + random.nextInt(in ? 50_000 : 900));
            default -> 1 + random.nextLong(in ? 4_000_000 : 300_000);
        };
    }

    private List<String> text(LocalDate day) {
        var lines = new ArrayList<String>();
        String first =
                KINDS[random.nextInt(KINDS.length)] + " " + PARTIES[random.nextInt(PARTIES.length)];
        if (how.foreign() && random.nextInt(4) == 0) {
            first =
                    KINDS[random.nextInt(KINDS.length)]
                            + " USD "
                            + (5 + random.nextInt(90))
                            + ".00 @ 18.25";
        }
        if (how.wordy() && random.nextInt(3) == 0) {
            first += " Main Road Branch Extended Reference Of The Payer 25";
        }
        if (how.dateInText() && random.nextInt(3) == 0) {
            first +=
                    " "
                            + day.minusDays(1)
                                    .format(DateTimeFormatter.ofPattern("dd MMM", Locale.ENGLISH));
        }
        lines.add(how.silent() && random.nextInt(12) == 0 ? "" : first);
        int extra =
                switch (how.wrap()) {
                    case NONE -> 0;
                    case BELOW, ABOVE -> random.nextInt(2);
                    case TWO_BELOW -> random.nextInt(3);
                };
        for (int i = 0; i < extra; i++) {
            lines.add(
                    "Ref " + (char) ('A' + random.nextInt(26)) + (1_000 + random.nextInt(900_000)));
        }
        lines.replaceAll(this::fitted);
        return lines;
    }

    /** As much of a text as its column takes. */
    private String fitted(String text) {
        double room = columns.get(columns.indexOf(textColumn()) + 1).left - textColumn().left - 8;
        String fitted = text;
        while (fitted.length() > 3 && sheet.width(fitted) > room) {
            fitted = fitted.substring(0, fitted.length() - 1).strip();
        }
        return fitted;
    }

    private void print() {
        top = 40;
        Language words = how.language();
        line("Spike Sample Bank");
        line("Account number: 62" + (10_000_000 + random.nextInt(80_000_000)));
        line("M SAMPLE, 12 PROTEA STREET, 0181");
        line(period() + " " + words.until() + " " + fullDate(to));
        boolean summary = how.ends() == Ends.SUMMARY || how.ends() == Ends.BOTH;
        if (summary) {
            line(words.opening() + "     " + figure(opening, how.balanceSign()));
            line(words.closing() + "     " + figure(closing, how.balanceSign()));
        }
        if (how.decoys()) {
            line("Your next payment of R 1 234.50 is due on " + fullDate(to.plusDays(20)));
        }
        if (how.prelude()) {
            line("Scheduled payments");
            for (int i = 1; i < 4; i++) {
                line(
                        fullDate(to.plusDays(i * 7L))
                                + "     RENT "
                                + i
                                + "     "
                                + unsigned(500_00 + i * 1_250L));
            }
        }
        top += how.size();
        boolean rows = how.ends() == Ends.ROWS || how.ends() == Ends.BOTH;
        heading();
        if (rows) {
            named(words.opening(), opening);
        }
        List<Entry> printed = how.newestFirst() ? entries.reversed() : entries;
        for (int i = 0; i < printed.size(); i++) {
            Entry entry = printed.get(i);
            boolean repeats =
                    how.dateOnceADay() && i > 0 && printed.get(i - 1).date.equals(entry.date);
            boolean dayEnds =
                    i + 1 == printed.size() || !printed.get(i + 1).date.equals(entry.date);
            room(entry, i);
            row(entry, !repeats, dayEnds);
        }
        if (rows) {
            named(words.closing(), closing);
        }
        if (how.unposted()) {
            top += how.size();
            line("Card purchases not yet posted");
            for (int i = 0; i < 3; i++) {
                put(columns.getFirst(), date(to));
                put(textColumn(), fitted("POS PURCHASE KAREE FOODS"));
                put(columns.getLast(), unsigned(10_000 + i * 777L));
                advance();
            }
        }
        if (how.totals()) {
            top += how.size();
            line(
                    "Total credits "
                            + unsigned(sum(true))
                            + "   Total debits "
                            + unsigned(-sum(false)));
        }
        line("Spike Sample Bank is an invented bank. Registration 1999/012345/06");
    }

    private String period() {
        return (random.nextInt(2) == 0 ? "Statement period: " : "From ") + fullDate(from);
    }

    private long sum(boolean in) {
        return entries.stream().mapToLong(Entry::moved).filter(each -> each > 0 == in).sum();
    }

    private void layOut() {
        double scale = how.size() / 8;
        double left = how.page() == Conventions.Page.LETTERS ? 28 : 24 + random.nextInt(14);
        double end =
                how.page() == Conventions.Page.TWO_TABLES
                        ? sheet.width() / 2 - 14
                        : sheet.width() - 26;
        Language words = how.language();
        double date = (how.times() ? 92 : 62) * scale;
        double figure = Math.max(widest(how.balanceSign()), widest(how.sign())) + 7;
        var right = new ArrayList<Column>();
        double at = end;
        if (how.balance() != Balance.NONE) {
            right.addFirst(new Column(words.balance(), at - figure + 7, at, true));
            at -= figure;
        }
        if (how.dateLast()) {
            right.addFirst(new Column(words.date(), at - date + 7, at, false));
            at -= date;
        }
        List<String> amounts =
                switch (how.amounts()) {
                    case ONE_COLUMN, SIDE_WORD -> List.of(words.amount());
                    case OUT_IN, OUT_NEGATIVE_IN -> List.of(words.out(), words.in());
                    case IN_OUT -> List.of(words.in(), words.out());
                };
        for (String head : amounts.reversed()) {
            right.addFirst(new Column(head, at - figure + 7, at, true));
            at -= figure;
        }
        if (how.fee() != Fee.NONE) {
            right.addFirst(new Column(words.fee(), at - figure + 7, at, true));
            at -= figure;
        }
        if (how.amounts() == Amounts.SIDE_WORD) {
            right.addFirst(new Column(words.type(), at - 52 * scale, at, false));
            at -= 52 * scale;
        }
        if (how.valueDate() == ValueDate.AFTER_TEXT) {
            right.addFirst(new Column(words.valueDate(), at - date, at, false));
        }
        double x = left;
        if (how.references()) {
            double room = 62 * scale;
            double start = right.getFirst().left;
            right.addFirst(new Column("Reference", start - room, start, false));
        }
        if (how.entries()) {
            columns.add(new Column("No.", x, x + 24 * scale, false));
            x += 24 * scale;
        }
        if (!how.dateLast()) {
            columns.add(new Column(words.date(), x, x + date, false));
            x += date;
        }
        if (how.valueDate() == ValueDate.NEXT) {
            columns.add(new Column(words.valueDate(), x, x + date, false));
            x += date;
        }
        columns.add(new Column(words.description(), x, x, false));
        columns.addAll(right);
    }

    private double widest(Conventions.Sign sign) {
        return Math.max(sheet.width(figure(WIDEST, sign)), sheet.width(figure(-WIDEST, sign)));
    }

    private void heading() {
        if (!how.headings()) {
            return;
        }
        for (Column column : columns) {
            if (column.figure) {
                put(column, column.head);
            } else {
                put(column, column.head);
            }
        }
        advance();
        top += how.size() * 0.3;
    }

    private void room(Entry entry, int index) {
        double need = (entry.text.size() + 5) * how.size() * how.pitch();
        if (top + need < sheet.height() - 40) {
            return;
        }
        long before = index == 0 ? opening : entries.get(index - 1).balance;
        boolean carries = how.edges() == Conventions.Edges.CARRIED && how.balance() != Balance.NONE;
        if (carries) {
            named(how.language().carried(), before);
        }
        if (how.page() == Conventions.Page.TWO_TABLES && !second) {
            second = true;
            top = 110;
        } else {
            footer();
            sheet.turn();
            second = false;
            top = 40;
            line("Spike Sample Bank");
        }
        if (how.edges() != Conventions.Edges.PLAIN || how.page() == Conventions.Page.TWO_TABLES) {
            heading();
        }
        if (carries) {
            named(how.language().brought(), before);
        }
    }

    private void footer() {
        if (how.footers()) {
            sheet.text(
                    26,
                    sheet.height() - 22,
                    "Branch 250655   Limit R 5 000.00   Rate 11.75%   VAT Reg 4070123456");
        }
    }

    private void named(String name, long figure) {
        for (Column column : columns) {
            if (column.head.equals(how.language().description())) {
                put(column, name);
            }
        }
        put(columns.getLast(), figure(figure, how.balanceSign()));
        advance();
    }

    private void row(Entry entry, boolean dated, boolean dayEnds) {
        if (how.wrap() == Conventions.Wrap.ABOVE && entry.text.size() > 1) {
            put(textColumn(), entry.text.getFirst());
            advance();
        }
        for (Column column : columns) {
            put(column, cell(column, entry, dated, dayEnds));
        }
        advance();
        for (int i = 1; i < entry.text.size() && how.wrap() != Conventions.Wrap.ABOVE; i++) {
            put(textColumn(), entry.text.get(i));
            advance();
        }
        if (how.notes() && entry.amount % 7 == 0) {
            put(textColumn(), "( 8,50 )");
            advance();
        }
        if (how.zeroMemos() && entry.amount % 11 == 0) {
            put(
                    columns.getFirst().head.equals("No.") ? columns.get(1) : columns.getFirst(),
                    dated ? date(entry.date) : "");
            put(textColumn(), fitted("Acc Status Enquiry"));
            put(columns.getLast(), figure(0, Conventions.Sign.LEADING));
            advance();
        }
        if (how.wrap() != Conventions.Wrap.NONE) {
            top += how.size() * 0.5;
        }
    }

    private Column textColumn() {
        return columns.stream()
                .filter(each -> each.head.equals(how.language().description()))
                .findFirst()
                .orElseThrow();
    }

    private String cell(Column column, Entry entry, boolean dated, boolean dayEnds) {
        Language words = how.language();
        String head = column.head;
        if (head.equals(words.date())) {
            String time =
                    how.times()
                            ? " %02d:%02d"
                                    .formatted(
                                            Math.abs(entry.amount % 24),
                                            Math.abs(entry.amount % 60))
                            : "";
            return dated ? date(entry.date) + time : "";
        }
        if (head.equals("Reference")) {
            return entry.amount % 3 == 0
                    ? ""
                    : "%010d".formatted(Math.abs(entry.amount * 7_919 % 10_000_000_000L));
        }
        if (head.equals("No.")) {
            return Integer.toString(100 + entries.indexOf(entry));
        }
        if (head.equals(words.valueDate())) {
            return date(entry.date.minusDays(entry.amount % 3 == 0 ? 0 : 1));
        }
        if (head.equals(words.description())) {
            return how.wrap() == Conventions.Wrap.ABOVE
                    ? entry.text.getLast()
                    : entry.text.getFirst();
        }
        if (head.equals(words.type())) {
            return entry.amount < 0 ? words.out() : words.in();
        }
        if (head.equals(words.balance())) {
            boolean shown = how.balance() == Balance.EVERY_ROW || dayEnds;
            return shown ? figure(entry.balance, how.balanceSign()) : "";
        }
        if (head.equals(words.fee())) {
            if (how.fee() == Fee.MEMO) {
                return entry.amount % 4 == 0 && entry.amount < 0
                        ? unsigned(150 + entry.amount % 50)
                        : "";
            }
            return entry.fee == 0 ? how.filler() : figure(entry.fee, feeSign());
        }
        boolean out = entry.amount < 0;
        return switch (how.amounts()) {
            case ONE_COLUMN -> figure(entry.amount, how.sign());
            case SIDE_WORD -> unsigned(Math.abs(entry.amount));
            case OUT_NEGATIVE_IN ->
                    out == head.equals(words.out()) ? figure(entry.amount, how.sign()) : "";
            case OUT_IN, IN_OUT ->
                    out == head.equals(words.out())
                            ? unsigned(Math.abs(entry.amount))
                            : how.filler();
        };
    }

    private Conventions.Sign feeSign() {
        return switch (how.amounts()) {
            case ONE_COLUMN, OUT_NEGATIVE_IN -> how.sign();
            case OUT_IN, IN_OUT, SIDE_WORD -> Conventions.Sign.LEADING;
        };
    }

    private void put(Column column, String text) {
        double shift = second ? sheet.width() / 2 : 0;
        if (column.figure && !how.left()) {
            sheet.textUpTo(column.right + shift, top, text);
        } else {
            sheet.text(column.left + shift, top, text);
        }
    }

    private void line(String text) {
        sheet.text(26 + (second ? sheet.width() / 2 : 0), top, text);
        advance();
    }

    private void advance() {
        top += how.size() * how.pitch();
    }

    private String unsigned(long cents) {
        return (how.currency().isEmpty() ? "" : how.currency()) + digits(Math.abs(cents));
    }

    private String figure(long cents, Conventions.Sign sign) {
        String plain = how.currency() + digits(Math.abs(cents));
        boolean minus = cents < 0;
        return switch (sign) {
            case LEADING -> minus ? "-" + plain : plain;
            case LEADING_BLANK -> minus ? "- " + plain : plain;
            case TRAILING -> minus ? plain + "-" : plain;
            case TRAILING_BLANK -> minus ? plain + " -" : plain;
            case PARENTHESES -> minus ? "(" + plain + ")" : plain;
            case CR_DR -> plain + (minus ? " Dr" : " Cr");
            case CR_DR_GLUED -> plain + (minus ? "DR" : "CR");
            case CR_ONLY -> minus ? plain : plain + " Cr";
            case KT_ONLY -> minus ? plain : plain + "Kt";
            case TRUE_MINUS -> minus ? "\u2212" + plain : plain;
            case SOFT_HYPHEN ->
                    minus
                            ? (how.face() == Conventions.Face.EMBEDDED ? "\u2212" : "\u00AD")
                                    + plain
                            : plain;
            case PLUS_MINUS -> minus ? "-" + plain : "+" + plain;
        };
    }

    private String digits(long cents) {
        String whole = Long.toString(cents / 100);
        var grouped = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, how.thousands());
        }
        return grouped + how.decimal() + "%02d".formatted(cents % 100);
    }

    private String date(LocalDate day) {
        return pattern(day, how.dates());
    }

    private String fullDate(LocalDate day) {
        Dates style =
                switch (how.dates()) {
                    case NAMED_NO_YEAR, GLUED_NAMED -> Dates.NAMED;
                    case NUMBERS_NO_YEAR -> Dates.SLASHED;
                    case DIGITS, SHORT_DIGITS -> Dates.ISO;
                    default -> how.dates();
                };
        return pattern(day, style);
    }

    private String pattern(LocalDate day, Dates style) {
        String pattern =
                switch (style) {
                    case ISO -> "yyyy-MM-dd";
                    case SLASHED -> "dd/MM/yyyy";
                    case DASHED -> "dd-MM-yyyy";
                    case DOTTED -> "dd.MM.yyyy";
                    case SLASHED_YEAR_FIRST -> "yyyy/MM/dd";
                    case SHORT_YEAR -> "dd/MM/yy";
                    case NAMED -> "d MMM yyyy";
                    case NAMED_SHORT_YEAR -> "dd MMM yy";
                    case NAMED_NO_YEAR -> "dd MMM";
                    case NUMBERS_NO_YEAR -> "dd/MM";
                    case GLUED_NAMED -> "ddMMMyyyy";
                    case DIGITS -> "yyyyMMdd";
                    case SHORT_DIGITS -> "yyMMdd";
                    case MONTH_NAME_FIRST -> "MMM dd, yyyy";
                    case US -> "MM/dd/yyyy";
                };
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}
