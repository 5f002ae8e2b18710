package za.co.spikedata.samples;

import java.awt.Color;
import java.util.List;

/** An invoice: dates, amounts and a total, and still no statement. */
final class Invoice {
    private static final Color SLATE = new Color(0x44546A);

    private Invoice() {}

    static void draw(Paper paper) {
        Letter.brand(paper, SLATE, "Kudu Hardware", "TAX INVOICE");
        Letter.address(paper, List.of("M Voorbeeld", "7 Karee Street", "Voorbeeldstad 0001"));
        Letter.facts(paper, "Invoice number", "INV-2081", "Date", "14 March 2025");
        var columns =
                List.of(
                        Ruled.Column.text("Item", 44),
                        Ruled.Column.figure("Quantity", 360),
                        Ruled.Column.figure("Price (R)", 450),
                        Ruled.Column.figure("Total (R)", 551));
        var table = new Ruled(paper, SLATE, columns, 140, () -> 140);
        table.row("Paint, white, 5 l", "2", "349.00", "698.00");
        table.row("Brush, 50 mm", "4", "42.50", "170.00");
        table.row("Delivery", "1", "120.00", "120.00");
        table.row("VAT 15%", "", "", "148.20");
        table.row("Total due by 13 April 2025", "", "", "1 136.20");
        Letter.foot(paper);
    }
}
