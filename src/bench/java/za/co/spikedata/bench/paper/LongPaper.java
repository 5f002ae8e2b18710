package za.co.spikedata.bench.paper;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** One statement over any number of pages, to measure by. */
public final class LongPaper {
    private static final int ROWS_ON_A_PAGE = 45;

    /** However long, it ends before years that no reader believes. */
    private static final int ROWS_A_DAY = 30;

    private static final double SIZE = 8;
    private static final double PITCH = 15;
    private static final double TOP = 60;

    private LongPaper() {}

    public static byte[] of(int pages, boolean embedded) {
        var random = new Random(pages);
        var sheet =
                new Sheet(
                        Conventions.Page.UPRIGHT,
                        embedded ? Conventions.Face.EMBEDDED : Conventions.Face.HELVETICA,
                        SIZE);
        long balance = 1_234_567;
        LocalDate day = LocalDate.of(2001, 1, 1);
        for (int page = 0; page < pages; page++) {
            if (page > 0) {
                sheet.turn();
            }
            row(sheet, TOP - PITCH, "Date", "Description", "Amount", "Balance");
            for (int i = 0; i < ROWS_ON_A_PAGE; i++) {
                if (page == 0 && i == 0) {
                    row(sheet, TOP, "", "Opening balance", "", figure(balance));
                    continue;
                }
                long amount = random.nextLong(-300_000, 320_000);
                balance += amount;
                day = day.plusDays(random.nextInt(ROWS_A_DAY) == 0 ? 1 : 0);
                row(
                        sheet,
                        TOP + i * PITCH,
                        day.toString(),
                        "POS PURCHASE KAREE FOODS " + random.nextInt(100_000),
                        figure(amount),
                        figure(balance));
            }
        }
        return sheet.bytes();
    }

    private static void row(
            Sheet sheet, double top, String date, String text, String amount, String balance) {
        sheet.text(40, top, date);
        sheet.text(110, top, text);
        sheet.textUpTo(440, top, amount);
        sheet.textUpTo(540, top, balance);
    }

    private static String figure(long cents) {
        return String.format(Locale.ROOT, "%,.2f", cents / 100.0);
    }
}
