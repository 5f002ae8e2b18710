package za.co.spikedata.engine.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A text where its baseline starts, in points from the lower left of an A4 page, as the statement
 * that every producer prints.
 */
record Placed(double left, double baseline, String text) {
    static final double SIZE = 8;

    /** What is to come of it: date, amount, balance and description. */
    static final List<String> ROWS =
            List.of(
                    "2024-02-02 -1250.00 8750.00 RENT MAIN RD",
                    "2024-02-05 -86.40 8663.60 FYNBOS OFFICE CAFE",
                    "2024-02-09 12300.75 20964.35 SALARY KAREE FOODS",
                    "2024-02-14 -1964.35 19000.00 QUAGGA INSURE 0045",
                    "2024-02-27 -19.05 18980.95 SERVICE FEE");

    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722,
        722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
        667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
        500, 334, 260, 334, 584
    };
    private static final int OTHER = 556;
    private static final double[] STOPS = {50, 110, 380, 460, 540};

    /** Debits and credits in columns of their own. */
    static List<Placed> statement() {
        var all = new ArrayList<Placed>(top());
        line(all, 700, "Date", "Description", "Debit", "Credit", "Balance");
        line(all, 686, "", "Opening balance", "", "", "10,000.00");
        line(all, 672, "02/02/2024", "RENT MAIN RD", "1,250.00", "", "8,750.00");
        line(all, 658, "05/02/2024", "FYNBOS OFFICE CAFE", "86.40", "", "8,663.60");
        line(all, 644, "09/02/2024", "SALARY KAREE FOODS", "", "12,300.75", "20,964.35");
        line(all, 630, "14/02/2024", "QUAGGA INSURE 0045", "1,964.35", "", "19,000.00");
        line(all, 616, "27/02/2024", "SERVICE FEE", "19.05", "", "18,980.95");
        line(all, 602, "", "Closing balance", "", "", "18,980.95");
        return all;
    }

    /**
     * Signed amounts in one column.
     *
     * @param minus and {@code thousands}: as the paper prints them
     */
    static List<Placed> signed(String minus, String thousands) {
        var all = new ArrayList<Placed>(top());
        line(all, 700, "Date", "Description", "", "Amount", "Balance");
        line(all, 686, "", "Opening balance", "", "", "10,000.00");
        line(all, 672, "02/02/2024", "RENT MAIN RD", "", "-1,250.00", "8,750.00");
        line(all, 658, "05/02/2024", "FYNBOS OFFICE CAFE", "", "-86.40", "8,663.60");
        line(all, 644, "09/02/2024", "SALARY KAREE FOODS", "", "12,300.75", "20,964.35");
        line(all, 630, "14/02/2024", "QUAGGA INSURE 0045", "", "-1,964.35", "19,000.00");
        line(all, 616, "27/02/2024", "SERVICE FEE", "", "-19.05", "18,980.95");
        line(all, 602, "", "Closing balance", "", "", "18,980.95");
        return all.stream()
                .map(each ->
                        new Placed(
                                each.left,
                                each.baseline,
                                each.text.replace("-", minus).replace(",", thousands)))
                .toList();
    }

    private static List<Placed> top() {
        return List.of(
                new Placed(50, 780, "Sample Bank"),
                new Placed(50, 760, "Account number 1002003004"),
                new Placed(50, 745, "Statement period 01/02/2024 to 29/02/2024"));
    }

    private static void line(List<Placed> all, double baseline, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                double left = i < 2 ? STOPS[i] : STOPS[i] - width(cells[i]);
                all.add(new Placed(left, baseline, cells[i]));
            }
        }
    }

    static double width(String text) {
        return text.chars().map(Placed::width).sum() * SIZE / 1_000;
    }

    /** In thousandths of the size. */
    static int width(int sign) {
        return sign >= ' ' && sign < ' ' + WIDTHS.length ? WIDTHS[sign - ' '] : OTHER;
    }

    double right() {
        return left + width(text);
    }

    Placed moved(double across, double up) {
        return new Placed(left + across, baseline + up, text);
    }

    /** Each word by itself. */
    List<Placed> words() {
        var words = new ArrayList<Placed>();
        double at = left;
        for (String word : text.split(" ")) {
            words.add(new Placed(at, baseline, word));
            at += width(word + " ");
        }
        return words;
    }
}
