package za.co.spikedata.samples;

import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import za.co.spikedata.engine.model.Money;

/** A Capitec Main Account: a category column, and the fee in the row it belongs to. */
final class CapitecMain implements Drawing {
    private static final Color NAVY = new Color(0x00396B);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<Ruled.Column> COLUMNS =
            List.of(
                    Ruled.Column.text("Date", 44),
                    Ruled.Column.text("Description", 96),
                    Ruled.Column.text("Category", 262),
                    Ruled.Column.figure("Money In", 400),
                    Ruled.Column.figure("Money Out", 455),
                    Ruled.Column.figure("Fee*", 495),
                    Ruled.Column.figure("Balance", 551));

    @Override
    public void draw(Ledger ledger, Paper paper) {
        brand(paper);
        Letter.address(paper, ledger.holder());
        Letter.facts(
                paper,
                "Account Number:",
                account(ledger),
                "From Date:",
                DAY.format(ledger.period().from()),
                "To Date:",
                DAY.format(ledger.period().to()),
                "Opening Balance:",
                "R" + Amounts.SPACED.signed(ledger.opening()),
                "Closing Balance:",
                "R" + Amounts.SPACED.signed(ledger.closing()));
        paper.text(Letter.LEFT, 166, Ink.bold(10).in(NAVY), "Transaction History");
        var table =
                new Ruled(
                        paper,
                        NAVY,
                        COLUMNS,
                        174,
                        () -> {
                            paper.turn();
                            brand(paper);
                            return 72;
                        });
        for (var entry : ledger.entries()) {
            var amount = moved(entry.amount());
            boolean isFee = entry.kind() == Entry.Kind.MONTHLY_FEE;
            table.row(
                    DAY.format(entry.date()),
                    String.join("\n", description(entry)),
                    category(entry),
                    entry.isIn() ? amount : "",
                    entry.isIn() || isFee ? "" : amount,
                    isFee ? amount : moved(entry.fee()),
                    Amounts.SPACED.signed(entry.balance()));
        }
        paper.text(Letter.LEFT, table.top() + 14, Ink.plain(7), "* Includes VAT at 15%");
        Letter.foot(paper);
    }

    private static String moved(Money money) {
        return money.isZero() ? "" : Amounts.SPACED.signed(money);
    }

    @Override
    public boolean feesInRows() {
        return true;
    }

    @Override
    public String account(Ledger ledger) {
        return "1" + ledger.digits().substring(0, 9);
    }

    @Override
    public List<String> description(Entry entry) {
        var party = entry.party();
        return List.of(
                switch (entry.kind()) {
                    case SALARY, MONEY_IN -> "Payment Received: " + party;
                    case CARD_PURCHASE -> party + " (Card 0001)";
                    case DEBIT_ORDER -> "Debit Order: " + party;
                    case PAYMENT -> "Banking App Payment: " + party;
                    case CASH -> "ATM Cash Withdrawal: " + party;
                    case AIRTIME -> "Airtime Purchase";
                    case MONTHLY_FEE -> "Monthly Account Admin Fee";
                });
    }

    private static String category(Entry entry) {
        return switch (entry.kind()) {
            case SALARY -> "Salary";
            case MONEY_IN -> "Other Income";
            case CARD_PURCHASE -> "Groceries";
            case DEBIT_ORDER -> "Insurance";
            case PAYMENT -> "Digital Payments";
            case CASH -> "Cash Withdrawal";
            case AIRTIME -> "Cellphone";
            case MONTHLY_FEE -> "Fees";
        };
    }

    private static void brand(Paper paper) {
        Letter.brand(paper, NAVY, "Capitec Bank", "Main Account Statement");
    }
}
