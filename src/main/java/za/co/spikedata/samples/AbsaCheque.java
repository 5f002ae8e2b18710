package za.co.spikedata.samples;

import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import za.co.spikedata.samples.Entry.Kind;

/** An ABSA cheque account: debit and credit columns, and charges that are billed later. */
final class AbsaCheque implements Drawing {
    private static final Color RED = new Color(0xAF144B);
    private static final DateTimeFormatter ROW = day("d/MM/yyyy");
    private static final DateTimeFormatter HEAD = day("d MMM yyyy");
    private static final List<Ruled.Column> COLUMNS =
            List.of(
                    Ruled.Column.text("Date", 44),
                    Ruled.Column.text("Transaction Description", 96),
                    Ruled.Column.figure("Charge", 320),
                    Ruled.Column.figure("Debit Amount", 400),
                    Ruled.Column.figure("Credit Amount", 478),
                    Ruled.Column.figure("Balance", 551));

    @Override
    public void draw(Ledger ledger, Paper paper) {
        brand(paper);
        Letter.address(paper, ledger.holder());
        var period = ledger.period();
        Letter.facts(
                paper,
                "Cheque Account Number:",
                account(ledger),
                "Statement period:",
                HEAD.format(period.from()) + " to " + HEAD.format(period.to()),
                "Balance Brought Forward:",
                Amounts.SPACED.signedBehind(ledger.opening()));
        var table =
                new Ruled(
                        paper,
                        RED,
                        COLUMNS,
                        140,
                        () -> {
                            paper.turn();
                            brand(paper);
                            paper.text(
                                    Letter.LEFT,
                                    76,
                                    Ink.plain(8),
                                    "Cheque Account Number: " + account(ledger));
                            return 90;
                        });
        table.row(
                ROW.format(period.from()),
                "Bal Brought Forward",
                "",
                "",
                "",
                Amounts.SPACED.signedBehind(ledger.opening()));
        for (var entry : ledger.entries()) {
            var amount = Amounts.SPACED.bare(entry.amount());
            table.row(
                    ROW.format(entry.date()),
                    String.join("\n", description(entry)),
                    entry.kind() == Kind.CASH ? "13.50 A" : "",
                    entry.isIn() ? "" : amount,
                    entry.isIn() ? amount : "",
                    Amounts.SPACED.signedBehind(entry.balance()));
        }
        paper.text(
                Letter.LEFT, table.top() + 14, Ink.plain(7), "CHARGE: A = ADMINISTRATION CHARGE");
        Letter.foot(paper);
    }

    @Override
    public String account(Ledger ledger) {
        var digits = ledger.digits();
        return "40-" + digits.substring(0, 4) + "-" + digits.substring(4, 8);
    }

    @Override
    public List<String> description(Entry entry) {
        return switch (entry.kind()) {
            case SALARY -> second("Acb Credit Settlement", entry);
            case MONEY_IN -> second("Digital Payment Cr Settlement", entry);
            case CARD_PURCHASE -> second("Pos Purchase Settlement", entry);
            case DEBIT_ORDER -> second("Acb Debit:external Settlement", entry);
            case PAYMENT -> second("Digital Payment Dt Settlement", entry);
            case CASH -> second("Atm Payment Headoffice", entry);
            case AIRTIME -> List.of("Prepaid Debit Settlement");
            case MONTHLY_FEE -> List.of("Monthly Acc Fee Headoffice");
        };
    }

    private static List<String> second(String first, Entry entry) {
        return List.of(first, entry.party().toUpperCase(Locale.ROOT) + " " + entry.reference());
    }

    private static void brand(Paper paper) {
        Letter.brand(paper, RED, "ABSA", "Cheque account statement");
    }

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
