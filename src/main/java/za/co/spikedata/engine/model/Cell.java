package za.co.spikedata.engine.model;

/** One printed cell of a row: what it was read as, its text as printed, and where it stands. */
public record Cell(Column column, String text, Place place) {
    /** What a cell was read as. */
    public enum Column {
        DATE,
        VALUE_DATE,
        DESCRIPTION,
        REFERENCE,
        AMOUNT,
        DEBIT,
        CREDIT,
        FEE,
        SIDE,
        BALANCE,
        OTHER
    }

    @Override
    public String toString() {
        return "Cell[" + column + " on page " + place.page() + "]";
    }
}
