package za.co.spikedata.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One movement of money.
 *
 * @param id 1..n in printed order
 * @param date the date the row is booked under
 * @param valueDate the second date of the row, where the paper prints one
 * @param description one element a printed line, text as printed
 * @param amount what the row adds to the balance, fee included: the balance before it plus this is
 *     the balance after it. On a liability account (a card that prints what is owed) a purchase is
 *     positive, as printed
 * @param fee the part of {@code amount} printed in a fee column of the same row, if any
 * @param balance the running balance after the row; one that the paper leaves out between two it
 *     prints is counted from them and has no {@link Cell.Column#BALANCE} cell
 * @param category section of the paper or word column the row stands in, if any
 * @param cells where each cell is printed
 */
public record Transaction(
        int id,
        LocalDate date,
        Optional<LocalDate> valueDate,
        List<String> description,
        Money amount,
        Optional<Money> fee,
        Optional<Money> balance,
        Optional<String> category,
        List<Cell> cells) {
    public Transaction {
        description = List.copyOf(description);
        cells = List.copyOf(cells);
    }

    /** The same row with the balance that follows from its neighbours. */
    public Transaction withBalance(Optional<Money> counted) {
        return new Transaction(
                id, date, valueDate, description, amount, fee, counted, category, cells);
    }

    @Override
    public String toString() {
        return "Transaction[" + id + "]";
    }
}
