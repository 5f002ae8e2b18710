package za.co.spikedata.samples;

import java.util.List;

/** How one bank prints an account. */
interface Drawing {
    /** Draws all pages. */
    void draw(Ledger ledger, Paper paper);

    /** The account number as printed. */
    String account(Ledger ledger);

    /** The description as printed, one element a line. */
    List<String> description(Entry entry);

    /** Whether the fee of a payment is printed in its row, so that the row moves by both. */
    default boolean feesInRows() {
        return false;
    }
}
