package za.co.spikedata.statements.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.shape.Sha256;

/** OFX 2.2, each statement a response of its own; cards as credit cards. */
final class OfxFile {
    private static final String HEAD =
            "<?OFX OFXHEADER=\"200\" VERSION=\"220\" SECURITY=\"NONE\" OLDFILEUID=\"NONE\""
                    + " NEWFILEUID=\"NONE\"?>\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int LONGEST_ACCOUNT = 22;
    private static final int LONGEST_BANK = 9;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_MEMO = 255;
    private static final int BYTES_OF_ID = 8;

    private final XmlText xml = new XmlText(HEAD);

    private OfxFile() {}

    /**
     * @param statements each with a closing balance
     */
    static byte[] write(List<Statement> statements, Instant now) {
        var file = new OfxFile();
        file.all(statements, now);
        return file.xml.bytes();
    }

    private void all(List<Statement> statements, Instant now) {
        xml.in(
                "OFX",
                () -> {
                    xml.in(
                            "SIGNONMSGSRSV1",
                            () ->
                                    xml.in(
                                            "SONRS",
                                            () -> {
                                                status();
                                                xml.leaf(
                                                        "DTSERVER",
                                                        now.atOffset(ZoneOffset.UTC).format(TIME));
                                                xml.leaf("LANGUAGE", "ENG");
                                            }));
                    var accounts = statements.stream().filter(each -> !isCard(each)).toList();
                    var cards = statements.stream().filter(OfxFile::isCard).toList();
                    several("BANKMSGSRSV1", "STMTTRNRS", "STMTRS", accounts);
                    several("CREDITCARDMSGSRSV1", "CCSTMTTRNRS", "CCSTMTRS", cards);
                });
    }

    private void several(String set, String response, String body, List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        xml.in(
                set,
                () -> {
                    for (var statement : statements) {
                        xml.in(
                                response,
                                () -> {
                                    xml.leaf("TRNUID", "0");
                                    status();
                                    xml.in(body, () -> one(new Booked(statement)));
                                });
                    }
                });
    }

    private void one(Booked booked) {
        var statement = booked.statement();
        xml.leaf("CURDEF", booked.currency());
        String account = text(statement.account(), LONGEST_ACCOUNT);
        if (isCard(statement)) {
            xml.in("CCACCTFROM", () -> xml.leaf("ACCTID", account));
        } else {
            xml.in(
                    "BANKACCTFROM",
                    () -> {
                        xml.leaf("BANKID", text(statement.issuer(), LONGEST_BANK));
                        xml.leaf("ACCTID", account);
                        xml.leaf("ACCTTYPE", "CHECKING");
                    });
        }
        xml.in(
                "BANKTRANLIST",
                () -> {
                    xml.leaf("DTSTART", day(booked.from()));
                    xml.leaf("DTEND", day(booked.to()));
                    Map<String, Integer> seen = new HashMap<>();
                    statement.transactions().forEach(row -> row(booked, row, seen));
                });
        booked.closing()
                .ifPresent(closing ->
                        xml.in(
                                "LEDGERBAL",
                                () -> {
                                    xml.leaf("BALAMT", figure(closing));
                                    xml.leaf("DTASOF", day(booked.to()));
                                }));
    }

    private void row(Booked booked, Transaction row, Map<String, Integer> seen) {
        xml.in(
                "STMTTRN",
                () -> {
                    var amount = booked.amount(row);
                    var text = booked.text(row);
                    xml.leaf("TRNTYPE", amount.isNegative() ? "DEBIT" : "CREDIT");
                    xml.leaf("DTPOSTED", day(row.date()));
                    xml.leaf("TRNAMT", figure(amount));
                    String id = id(row, amount, text);
                    int times = seen.merge(id, 1, Integer::sum);
                    xml.leaf("FITID", times == 1 ? id : id + "-" + times);
                    xml.leaf("NAME", text.isBlank() ? "-" : Booked.cut(text, LONGEST_NAME));
                    if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
                        xml.leaf("MEMO", Booked.cut(text, LONGEST_MEMO));
                    }
                });
    }

    /** The same for the same row of another file, so that a program takes it once. */
    private static String id(Transaction row, Money amount, String text) {
        var said =
                amount.thousandths()
                        + "/"
                        + row.balance().map(Money::thousandths).map(Object::toString).orElse("")
                        + "/"
                        + text;
        return day(row.date()) + HexFormat.of().formatHex(Sha256.of(said), 0, BYTES_OF_ID);
    }

    private void status() {
        xml.in(
                "STATUS",
                () -> {
                    xml.leaf("CODE", "0");
                    xml.leaf("SEVERITY", "INFO");
                });
    }

    static boolean isCard(Statement statement) {
        return switch (statement.type()) {
            case RUNNING_BALANCE, NO_BALANCE -> false;
            case CARD_SIMPLE, CARD_BREAKDOWN, CARD_MULTI_HOLDER -> true;
        };
    }

    /** What the paper does not say is 0. */
    private static String text(Optional<String> printed, int most) {
        return printed.map(Booked::printable)
                .filter(each -> !each.isBlank())
                .map(each -> Booked.cut(each, most))
                .orElse("0");
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String figure(Money money) {
        return money.decimal().toPlainString();
    }
}
