package za.co.spikedata.statements.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;

/**
 * A statement as bookkeeping takes it: what comes in is positive and what is owed negative, on a
 * card too; balances that the paper leaves out follow from its rows.
 */
record Booked(Statement statement) {
    /** ISO 4217's code for no currency. */
    private static final String NO_CURRENCY = "XXX";

    String currency() {
        return statement.currency().orElse(NO_CURRENCY);
    }

    Money amount(Transaction row) {
        return signed(row.amount());
    }

    String text(Transaction row) {
        return printable(String.join(" ", row.description()));
    }

    Optional<Money> opening() {
        return statement
                .opening()
                .map(Figure::money)
                .or(() ->
                        first().flatMap(row ->
                                row.balance().map(after -> after.minus(row.amount()))))
                .map(this::signed);
    }

    Optional<Money> closing() {
        return statement
                .closing()
                .map(Figure::money)
                .or(() -> last().flatMap(Transaction::balance))
                .map(this::signed);
    }

    LocalDate from() {
        return statement.period().map(period -> period.from()).orElseGet(() -> day(true));
    }

    LocalDate to() {
        return statement.period().map(period -> period.to()).orElseGet(() -> day(false));
    }

    private LocalDate day(boolean earliest) {
        var days = statement.transactions().stream().map(Transaction::date).sorted().toList();
        if (days.isEmpty()) {
            return statement.issuedOn().orElse(LocalDate.EPOCH);
        }
        return earliest ? days.getFirst() : days.getLast();
    }

    private Optional<Transaction> first() {
        return end(statement.newestFirst());
    }

    private Optional<Transaction> last() {
        return end(!statement.newestFirst());
    }

    private Optional<Transaction> end(boolean ofPaper) {
        List<Transaction> rows = statement.transactions();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(ofPaper ? rows.getLast() : rows.getFirst());
    }

    private Money signed(Money printed) {
        return statement.liability() ? printed.negated() : printed;
    }

    /** XML cannot hold control characters, nor half of a pair. */
    static String printable(String text) {
        return text.codePoints()
                .filter(each ->
                        each >= ' ' && each != 0xFFFE && each != 0xFFFF && !isHalf(each)
                                || each == '\t'
                                || each == '\n')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first characters, whole ones. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return "Booked[" + statement + "]";
    }
}
