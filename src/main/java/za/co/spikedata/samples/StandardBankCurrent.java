package za.co.spikedata.samples;

import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A Standard Bank statement: two-digit years, payments negative, detail above its kind. */
final class StandardBankCurrent implements Drawing {
    private static final Color BLUE = new Color(0x0033A1);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd MMM yy", Locale.ENGLISH);
    private static final List<Ruled.Column> COLUMNS =
            List.of(
                    Ruled.Column.text("Date", 44),
                    Ruled.Column.text("Description", 100),
                    Ruled.Column.figure("Payments", 390),
                    Ruled.Column.figure("Deposits", 470),
                    Ruled.Column.figure("Balance", 551));

    @Override
    public void draw(Ledger ledger, Paper paper) {
        head(ledger, paper);
        Letter.address(paper, ledger.holder());
        Letter.facts(
                paper,
                "Account number:",
                account(ledger),
                "From:",
                DAY.format(ledger.period().from()),
                "To:",
                DAY.format(ledger.period().to()),
                "Available Balance:",
                "R " + Amounts.COMMAS.signed(ledger.closing()));
        var table =
                new Ruled(
                        paper,
                        BLUE,
                        COLUMNS,
                        150,
                        () -> {
                            paper.turn();
                            head(ledger, paper);
                            paper.text(
                                    Letter.LEFT,
                                    74,
                                    Ink.plain(8),
                                    "Account number: " + account(ledger));
                            return 84;
                        });
        table.row(
                DAY.format(ledger.period().from()),
                "STATEMENT OPENING BALANCE",
                "",
                "",
                Amounts.COMMAS.signed(ledger.opening()));
        for (var entry : ledger.entries()) {
            var amount = Amounts.COMMAS.signed(entry.amount());
            table.row(
                    DAY.format(entry.date()),
                    String.join("\n", description(entry)),
                    entry.isIn() ? "" : amount,
                    entry.isIn() ? amount : "",
                    Amounts.COMMAS.signed(entry.balance()));
        }
        Letter.foot(paper);
    }

    @Override
    public String account(Ledger ledger) {
        var digits = ledger.digits();
        return "10 %s %s %s"
                .formatted(digits.substring(0, 3), digits.substring(3, 6), digits.substring(6, 7));
    }

    @Override
    public List<String> description(Entry entry) {
        var party = entry.party().toUpperCase(Locale.ROOT);
        return switch (entry.kind()) {
            case SALARY, MONEY_IN -> List.of(party, "CREDIT TRANSFER");
            case CARD_PURCHASE -> List.of(party + " " + entry.reference(), "CHEQUE CARD PURCHASE");
            case DEBIT_ORDER -> List.of(party + " " + entry.reference(), "DEBIT ORDER");
            case PAYMENT -> List.of(party, "IB PAYMENT TO");
            case CASH -> List.of(party, "AUTOBANK CASH WITHDRAWAL");
            case AIRTIME -> List.of("PREPAID MOBILE PURCHASE");
            case MONTHLY_FEE -> List.of("FIXED MONTHLY FEE");
        };
    }

    private static void head(Ledger ledger, Paper paper) {
        Letter.brand(
                paper,
                BLUE,
                "Standard Bank",
                ledger.period().from().plusMonths(1).isAfter(ledger.period().to())
                        ? "Statement"
                        : "3 month statement");
    }
}
