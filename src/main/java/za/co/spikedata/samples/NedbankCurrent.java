package za.co.spikedata.samples;

import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.samples.Entry.Kind;

/** A Nedbank current account: a column of fees, and balances carried from page to page. */
final class NedbankCurrent implements Drawing {
    private static final Color GREEN = new Color(0x006341);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<Ruled.Column> COLUMNS =
            List.of(
                    Ruled.Column.text("Tran list no", 44),
                    Ruled.Column.text("Date", 96),
                    Ruled.Column.text("Description", 150),
                    Ruled.Column.figure("Fees (R)", 350),
                    Ruled.Column.figure("Debits (R)", 415),
                    Ruled.Column.figure("Credits (R)", 480),
                    Ruled.Column.figure("Balance (R)", 551));

    @Override
    public void draw(Ledger ledger, Paper paper) {
        brand(paper);
        Letter.address(paper, ledger.holder());
        var period = ledger.period();
        Letter.facts(
                paper,
                "Account number",
                account(ledger),
                "Statement period:",
                DAY.format(period.from()) + " - " + DAY.format(period.to()),
                "Opening balance",
                "R" + Amounts.COMMAS.signed(ledger.opening()),
                "Closing balance",
                "R" + Amounts.COMMAS.signed(ledger.closing()));
        var edge = new Edge(paper, DAY.format(period.from()), ledger.opening());
        var table = new Ruled(paper, GREEN, COLUMNS, 150, edge);
        table.row(still(DAY.format(period.from()), "Opening balance", ledger.opening()));
        int number = 0;
        for (var entry : ledger.entries()) {
            number++;
            boolean isFee = entry.kind() == Kind.MONTHLY_FEE;
            var amount = Amounts.COMMAS.bare(entry.amount());
            table.row(
                    isFee ? "" : "%06d".formatted(number),
                    DAY.format(entry.date()),
                    String.join("\n", description(entry)),
                    isFee ? amount + " *" : "",
                    isFee || entry.isIn() ? "" : amount,
                    entry.isIn() ? amount : "",
                    Amounts.COMMAS.signed(entry.balance()));
            edge.passed(DAY.format(entry.date()), entry.balance());
        }
        table.row(still(DAY.format(period.to()), "Closing balance", ledger.closing()));
        paper.text(Letter.LEFT, table.top() + 14, Ink.plain(7), "* These fees include VAT");
        Letter.foot(paper);
    }

    /** Carries the last balance over the edge of a page. */
    private static final class Edge implements Ruled.Break {
        private final Paper paper;
        private String day;
        private Money balance;

        Edge(Paper paper, String day, Money balance) {
            this.paper = paper;
            this.day = day;
            this.balance = balance;
        }

        void passed(String newDay, Money newBalance) {
            day = newDay;
            balance = newBalance;
        }

        @Override
        public void leave(Ruled table) {
            table.edgeRow(still(day, "CARRIED FORWARD", balance));
        }

        @Override
        public double enter() {
            paper.turn();
            brand(paper);
            return 72;
        }

        @Override
        public void entered(Ruled table) {
            table.edgeRow(still(day, "BROUGHT FORWARD", balance));
        }
    }

    private static String[] still(String day, String description, Money balance) {
        return new String[] {"", day, description, "", "", "", Amounts.COMMAS.signed(balance)};
    }

    @Override
    public String account(Ledger ledger) {
        return "1" + ledger.digits().substring(0, 9);
    }

    @Override
    public List<String> description(Entry entry) {
        var party = entry.party().toUpperCase(Locale.ROOT);
        return List.of(
                switch (entry.kind()) {
                    case SALARY, MONEY_IN -> party;
                    case CARD_PURCHASE -> "POS " + party + " " + entry.reference();
                    case DEBIT_ORDER -> "DEBIT ORDER " + party;
                    case PAYMENT -> "TRF TO " + party;
                    case CASH -> "ATM CASH " + party;
                    case AIRTIME -> "CELLPHONE TOP UP";
                    case MONTHLY_FEE -> "MAINTENANCE FEE";
                });
    }

    private static void brand(Paper paper) {
        Letter.brand(paper, GREEN, "Nedbank", "eStatement: current account");
    }
}
