package za.co.spikedata.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Reason;

/** Makes samples; the same question always gives the same bytes and the same truth. */
public final class Samples {
    /** What a wrong figure is wrong by. */
    private static final Money SLIP = new Money(9_00);

    private Samples() {}

    /** What is printed wrong in a sample that contradicts itself. */
    public enum Misprint {
        BALANCE,
        AMOUNT
    }

    /** A usual sample of every kind there is. */
    public static List<Sample> all(long seed) {
        var wish = Wish.usual(seed);
        var samples = new ArrayList<Sample>();
        for (var layout : Layout.values()) {
            samples.add(statement(layout, wish));
        }
        samples.add(contradicted(Layout.ABSA, wish, Misprint.BALANCE, wish.rows() / 2));
        samples.add(contradicted(Layout.NEDBANK, wish, Misprint.AMOUNT, wish.rows() / 2));
        samples.add(locked(Layout.NEDBANK, wish, "sample-password"));
        samples.add(scanned(Layout.FNB, wish));
        samples.add(invoice());
        return List.copyOf(samples);
    }

    public static Sample statement(Layout layout, Wish wish) {
        var ledger = ledger(layout, wish);
        return new Sample(
                layout.title(),
                pdf(layout, ledger, wish, Optional.empty()),
                truth(layout, ledger, OptionalInt.empty(), Optional.empty()));
    }

    /** A statement that prints one figure wrong, in the row with this id; ids start at 1. */
    public static Sample contradicted(Layout layout, Wish wish, Misprint misprint, int row) {
        var ledger = ledger(layout, wish);
        var slipped =
                switch (misprint) {
                    case BALANCE -> ledger.withBalanceOff(row, SLIP);
                    case AMOUNT -> ledger.withAmountOff(row, SLIP.negated());
                };
        return new Sample(
                layout.title() + "-contradicted",
                pdf(layout, slipped, wish, Optional.empty()),
                truth(layout, ledger, OptionalInt.of(row), Optional.empty()));
    }

    public static Sample locked(Layout layout, Wish wish, String password) {
        var ledger = ledger(layout, wish);
        return new Sample(
                layout.title() + "-locked",
                pdf(layout, ledger, wish, Optional.of(password)),
                truth(layout, ledger, OptionalInt.empty(), Optional.of(password)));
    }

    /** A statement whose pages are pictures. */
    public static Sample scanned(Layout layout, Wish wish) {
        var pdf = pdf(layout, ledger(layout, wish), wish, Optional.empty());
        return new Sample(
                layout.title() + "-scanned",
                Scan.of(pdf, wish.seed()),
                new Truth.Refused(Reason.SCANNED));
    }

    /** A document that is no statement. */
    public static Sample invoice() {
        try (var paper = new Paper(0)) {
            Invoice.draw(paper);
            return new Sample("invoice", paper.bytes(), new Truth.Refused(Reason.NOT_A_STATEMENT));
        }
    }

    private static Ledger ledger(Layout layout, Wish wish) {
        return Invention.of(wish, layout.drawing().feesInRows());
    }

    private static byte[] pdf(Layout layout, Ledger ledger, Wish wish, Optional<String> password) {
        try (var paper = new Paper(wish.seed())) {
            layout.drawing().draw(ledger, paper);
            return password.map(paper::locked).orElseGet(paper::bytes);
        }
    }

    private static Truth truth(
            Layout layout, Ledger ledger, OptionalInt misprint, Optional<String> password) {
        var rows = new ArrayList<Truth.Row>();
        for (var entry : ledger.entries()) {
            rows.add(
                    new Truth.Row(
                            rows.size() + 1,
                            entry.date(),
                            layout.drawing().description(entry),
                            entry.moved(),
                            entry.balance()));
        }
        return new Truth.Told(
                layout.drawing().account(ledger).replace(" ", ""),
                ledger.period(),
                ledger.opening(),
                ledger.closing(),
                misprint,
                password,
                rows);
    }
}
