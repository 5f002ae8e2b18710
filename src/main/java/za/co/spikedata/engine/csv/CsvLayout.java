package za.co.spikedata.engine.csv;

import java.util.List;

/** How a bank writes its download, once for each way it has written it. */
public record CsvLayout(String id, String bank, List<Shape> shapes) {
    public CsvLayout {
        shapes = List.copyOf(shapes);
    }

    /** What a column holds. */
    public enum Column {
        DATE,
        /** A second date, of which nothing is told. */
        OTHER_DATE,
        TEXT,
        /** Signed: money out is negative. */
        AMOUNT,
        IN,
        /** With a minus in every cell, or in none but reversals. */
        OUT,
        /** What the bank took in the same row, beside the amount. */
        FEE,
        BALANCE,
        ACCOUNT,
        SKIP
    }

    /**
     * One way.
     *
     * @param headings all, in order; empty where the rows stand without
     * @param marks labels that begin a line each
     * @param lead what the first cell of every row says; empty where it says nothing
     * @param columns what each holds
     */
    public record Shape(
            List<String> headings, List<String> marks, String lead, List<Column> columns) {
        public Shape {
            headings = headings.stream().map(CsvCells::label).toList();
            marks = marks.stream().map(CsvCells::label).toList();
            lead = CsvCells.label(lead);
            columns = List.copyOf(columns);
        }
    }

    /** What lines outside the table may begin with. */
    public record Labels(
            List<String> account,
            List<String> holder,
            List<String> opening,
            List<String> closing,
            List<String> ignored) {
        public Labels {
            account = List.copyOf(account);
            holder = List.copyOf(holder);
            opening = List.copyOf(opening);
            closing = List.copyOf(closing);
            ignored = List.copyOf(ignored);
        }
    }
}
