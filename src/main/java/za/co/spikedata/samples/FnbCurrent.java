package za.co.spikedata.samples;

import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.samples.Entry.Kind;

/** An FNB current account: no year in the rows, and {@code Cr} alone marks a credit. */
final class FnbCurrent implements Drawing {
    private static final Color TEAL = new Color(0x00858B);
    private static final DateTimeFormatter ROW =
            DateTimeFormatter.ofPattern("dd MMM", Locale.ENGLISH);
    private static final DateTimeFormatter HEAD =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** How long before it is booked a card is shown. */
    private static final int CARD_DAYS = 2;

    private static final List<Ruled.Column> COLUMNS =
            List.of(
                    Ruled.Column.text("Date", 44),
                    Ruled.Column.text("Description", 88),
                    Ruled.Column.figure("Amount", 410),
                    Ruled.Column.figure("Balance", 490),
                    Ruled.Column.figure("Bank Charges", 551));

    @Override
    public void draw(Ledger ledger, Paper paper) {
        brand(paper);
        Letter.address(paper, ledger.holder());
        var period = ledger.period();
        Letter.facts(
                paper,
                "Current Account :",
                account(ledger),
                "Statement Period :",
                HEAD.format(period.from()) + " to " + HEAD.format(period.to()),
                "Tax Invoice/Statement Number :",
                "7");
        var table =
                new Ruled(
                        paper,
                        TEAL,
                        COLUMNS,
                        140,
                        () -> {
                            paper.turn();
                            brand(paper);
                            return 72;
                        });
        table.row("", "Opening Balance", "", marked(ledger.opening()), "");
        for (var entry : ledger.entries()) {
            table.row(
                    ROW.format(entry.date()),
                    String.join("\n", description(entry)),
                    marked(entry.amount()),
                    marked(entry.balance()),
                    entry.kind() == Kind.CASH ? "12.50" : "");
        }
        table.row("", "Closing Balance", "", marked(ledger.closing()), "");
        turnover(ledger, paper, table);
        Letter.foot(paper);
    }

    /** The counts and sums a reader can check the rows against. */
    private static void turnover(Ledger ledger, Paper paper, Ruled table) {
        table.keep(50);
        double top = table.top();
        paper.text(Letter.LEFT, top + 16, Ink.bold(8), "Turnover for Statement Period");
        count(paper, top + 30, "No. Credit Transactions", ledger.in(), " Cr");
        count(paper, top + 42, "No. Debit Transactions", ledger.out(), " Dr");
    }

    private static void count(
            Paper paper, double baseline, String name, List<Entry> entries, String side) {
        paper.text(Letter.LEFT, baseline, Ink.plain(8), name);
        paper.textUpTo(200, baseline, Ink.plain(8), Integer.toString(entries.size()));
        paper.textUpTo(
                290, baseline, Ink.plain(8), Amounts.COMMAS.bare(Ledger.total(entries)) + side);
    }

    @Override
    public String account(Ledger ledger) {
        return "62" + ledger.digits().substring(0, 9);
    }

    @Override
    public List<String> description(Entry entry) {
        var party = entry.party();
        return List.of(
                switch (entry.kind()) {
                    case SALARY -> "Magtape Credit " + party;
                    case MONEY_IN -> "FNB App Transfer From " + party;
                    case CARD_PURCHASE -> "POS Purchase " + party + card(entry);
                    case DEBIT_ORDER -> "Debit Order " + party + " " + entry.reference();
                    case PAYMENT -> "FNB App Payment To " + party;
                    case CASH -> "ATM Cash " + party + card(entry);
                    case AIRTIME -> "FNB App Prepaid Airtime";
                    case MONTHLY_FEE -> "#Monthly Account Fee";
                });
    }

    /** The card and the day it was shown, which looks like a second date of the row. */
    private static String card(Entry entry) {
        return " 400012*0001 " + ROW.format(entry.date().minusDays(CARD_DAYS));
    }

    private static String marked(Money money) {
        return money.isNegative() ? Amounts.COMMAS.bare(money) : Amounts.COMMAS.bare(money) + " Cr";
    }

    private static void brand(Paper paper) {
        Letter.brand(paper, TEAL, "FNB", "Current account");
    }
}
