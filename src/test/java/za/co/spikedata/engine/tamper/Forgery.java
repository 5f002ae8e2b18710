package za.co.spikedata.engine.tamper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;

/** A statement of one page, printed honestly and then meddled with. */
final class Forgery implements AutoCloseable {
    /** Something done to a page in the middle of its making. */
    interface Meddling {
        void to(PDPageContentStream stream) throws IOException;
    }

    static final int ROWS = 12;
    static final int LEFT = 60;
    static final int AMOUNT = 400;
    static final int BALANCE = 520;
    static final double SIZE = 9;
    private static final int TOP = 660;
    private static final int LEADING = 16;
    private static final int HEIGHT = 842;

    final PDDocument document = new PDDocument();
    final PDPage page = new PDPage(PDRectangle.A4);
    private final List<Long> amounts = new ArrayList<>();
    private final List<Meddling> below = new ArrayList<>();
    private final List<Meddling> above = new ArrayList<>();
    private PDFont font = new PDType1Font(FontName.HELVETICA);
    private int bare = -1;

    Forgery() {
        document.addPage(page);
        for (int i = 0; i < ROWS; i++) {
            amounts.add((i % 3 == 0 ? 1 : -1) * (100_000L + 12_345L * i));
        }
    }

    Forgery in(PDFont other) {
        font = other;
        return this;
    }

    /** The amount of this row is left for others to print. */
    Forgery leaving(int row) {
        bare = row;
        return this;
    }

    Forgery below(Meddling meddling) {
        below.add(meddling);
        return this;
    }

    Forgery above(Meddling meddling) {
        above.add(meddling);
        return this;
    }

    /** The baseline of a row, from the bottom of the page. */
    static float baseline(int row) {
        return TOP - row * LEADING;
    }

    String amount(int row) {
        return printed(amounts.get(row));
    }

    long cents(int row) {
        return amounts.get(row);
    }

    byte[] pdf() {
        try {
            try (var stream =
                    new PDPageContentStream(document, page, AppendMode.OVERWRITE, false)) {
                for (var each : below) {
                    each.to(stream);
                }
                print(stream);
                for (var each : above) {
                    each.to(stream);
                }
            }
            return saved();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] saved() throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    ReadResult.Read read() {
        return read(pdf());
    }

    static ReadResult.Read read(byte[] pdf) {
        return (ReadResult.Read)
                new StatementEngine(EngineLimits.DEFAULT)
                        .read(pdf, Optional.empty(), Progress.NONE);
    }

    static Statement only(ReadResult.Read read) {
        return read.statements().getFirst();
    }

    static List<Sign> signs(ReadResult.Read read) {
        return read.authenticity().signals().stream().map(signal -> signal.sign()).toList();
    }

    private void print(PDPageContentStream stream) throws IOException {
        text(stream, LEFT, 780, "Statement of account 62 1234 5678");
        text(stream, LEFT, 764, "Period 01/03/2026 to 31/03/2026");
        text(stream, LEFT, 690, "Date");
        text(stream, 140, 690, "Description");
        textUpTo(stream, AMOUNT, 690, "Amount");
        textUpTo(stream, BALANCE, 690, "Balance");
        long balance = 5_000_000;
        text(stream, LEFT, 676, "01/03/2026");
        text(stream, 140, 676, "Opening balance");
        textUpTo(stream, BALANCE, 676, printed(balance));
        for (int i = 0; i < ROWS; i++) {
            balance += amounts.get(i);
            text(stream, LEFT, baseline(i), "%02d/03/2026".formatted(i + 2));
            text(stream, 140, baseline(i), "Card purchase shop " + (char) ('A' + i));
            if (i != bare) {
                textUpTo(stream, AMOUNT, baseline(i), amount(i));
            }
            textUpTo(stream, BALANCE, baseline(i), printed(balance));
        }
        text(stream, 140, baseline(ROWS), "Closing balance");
        textUpTo(stream, BALANCE, baseline(ROWS), printed(balance));
    }

    void textUpTo(PDPageContentStream stream, double right, double baseline, String text)
            throws IOException {
        text(stream, right - font.getStringWidth(text) / 1000 * SIZE, baseline, text);
    }

    void text(PDPageContentStream stream, double left, double baseline, String text)
            throws IOException {
        stream.beginText();
        stream.setFont(font, (float) SIZE);
        stream.newLineAtOffset((float) left, (float) baseline);
        stream.showText(text);
        stream.endText();
    }

    static void box(
            PDPageContentStream stream, Color color, double left, double bottom, double width)
            throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect((float) left, (float) bottom - 2, (float) width, 11);
        stream.fill();
        stream.setNonStrokingColor(Color.BLACK);
    }

    /** How far a baseline is from the top of the page. */
    static double fromTop(int row) {
        return HEIGHT - baseline(row);
    }

    private static String printed(long cents) {
        return String.format(Locale.ROOT, "%,d.%02d", cents / 100, Math.abs(cents % 100))
                .replace("-,", "-");
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
