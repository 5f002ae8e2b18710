package za.co.spikedata.statements.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;

/** ISO 20022 camt.053.001.08, bank to customer statement. */
final class CamtFile {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final int LONGEST_ID = 35;
    private static final int LONGEST_ACCOUNT = 34;
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_INFORMATION = 500;

    /** What the paper does not say, as banks write it where the standard wants a code. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final XmlText xml = new XmlText("");
    private final String now;

    private CamtFile(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * @param statements each with an opening or a closing balance
     */
    static byte[] write(List<Statement> statements, Instant now) {
        var file = new CamtFile(now);
        file.all(statements);
        return file.xml.bytes();
    }

    private void all(List<Statement> statements) {
        xml.in(
                "Document",
                () -> {
                    xml.namespace(NAMESPACE);
                    xml.in(
                            "BkToCstmrStmt",
                            () -> {
                                xml.in(
                                        "GrpHdr",
                                        () -> {
                                            xml.leaf(
                                                    "MsgId",
                                                    UUID.randomUUID().toString().replace("-", ""));
                                            xml.leaf("CreDtTm", now);
                                        });
                                int number = 0;
                                for (var statement : statements) {
                                    number++;
                                    one(new Booked(statement), number);
                                }
                            });
                });
    }

    private void one(Booked booked, int number) {
        var statement = booked.statement();
        xml.in(
                "Stmt",
                () -> {
                    xml.leaf(
                            "Id",
                            text(
                                    statement.statementNumber().orElse(Integer.toString(number)),
                                    LONGEST_ID));
                    xml.leaf("CreDtTm", now);
                    xml.in(
                            "FrToDt",
                            () -> {
                                xml.leaf("FrDtTm", booked.from() + "T00:00:00");
                                xml.leaf("ToDtTm", booked.to() + "T23:59:59");
                            });
                    xml.in("Acct", () -> account(booked));
                    booked.opening()
                            .ifPresent(opening -> balance(booked, "OPBD", opening, booked.from()));
                    booked.closing()
                            .ifPresent(closing -> balance(booked, "CLBD", closing, booked.to()));
                    statement.transactions().forEach(row -> entry(booked, row));
                });
    }

    private void account(Booked booked) {
        var statement = booked.statement();
        xml.in(
                "Id",
                () ->
                        xml.in(
                                "Othr",
                                () ->
                                        xml.leaf(
                                                "Id",
                                                text(
                                                        statement.account().orElse(NOT_PROVIDED),
                                                        LONGEST_ACCOUNT))));
        statement.currency().ifPresent(currency -> xml.leaf("Ccy", currency));
        statement.holder().stream()
                .findFirst()
                .ifPresent(name -> xml.in("Ownr", () -> xml.leaf("Nm", text(name, LONGEST_NAME))));
        statement
                .issuer()
                .ifPresent(name ->
                        xml.in(
                                "Svcr",
                                () ->
                                        xml.in(
                                                "FinInstnId",
                                                () -> xml.leaf("Nm", text(name, LONGEST_NAME)))));
    }

    private void balance(Booked booked, String code, Money money, LocalDate day) {
        xml.in(
                "Bal",
                () -> {
                    xml.in("Tp", () -> xml.in("CdOrPrtry", () -> xml.leaf("Cd", code)));
                    amount(booked, money);
                    xml.in("Dt", () -> xml.leaf("Dt", day.toString()));
                });
    }

    private void entry(Booked booked, Transaction row) {
        xml.in(
                "Ntry",
                () -> {
                    xml.leaf("NtryRef", Integer.toString(row.id()));
                    amount(booked, booked.amount(row));
                    xml.in("Sts", () -> xml.leaf("Cd", "BOOK"));
                    xml.in("BookgDt", () -> xml.leaf("Dt", row.date().toString()));
                    row.valueDate()
                            .ifPresent(
                                    day -> xml.in("ValDt", () -> xml.leaf("Dt", day.toString())));
                    xml.in("BkTxCd", () -> xml.in("Prtry", () -> xml.leaf("Cd", NOT_PROVIDED)));
                    var information = booked.text(row);
                    if (!information.isBlank()) {
                        xml.leaf("AddtlNtryInf", Booked.cut(information, LONGEST_INFORMATION));
                    }
                });
    }

    private void amount(Booked booked, Money money) {
        xml.in(
                "Amt",
                () -> {
                    xml.attribute("Ccy", booked.currency());
                    xml.write(money.decimal().abs().toPlainString());
                });
        xml.leaf("CdtDbtInd", money.isNegative() ? "DBIT" : "CRDT");
    }

    /** Never empty, which no text of the standard may be. */
    private static String text(String text, int most) {
        var printable = Booked.cut(Booked.printable(text), most);
        return printable.isEmpty() ? NOT_PROVIDED : printable;
    }
}
