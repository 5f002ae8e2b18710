package za.co.spikedata.api.wire;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.api.wire.Found.Block;
import za.co.spikedata.api.wire.Found.Break;
import za.co.spikedata.api.wire.Found.Row;
import za.co.spikedata.api.wire.Json.Fields;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.StatementType;

/** A statement in the form of each address. */
final class Data {
    /** Rows that are shown for nothing. */
    private static final int FREE_ROWS = 10;

    private Data() {}

    static Object of(Form form, Found found) {
        return switch (form) {
            case PDF2 -> flat(found, Integer.MAX_VALUE);
            case PDF2_TEST -> flat(found, FREE_ROWS);
            case CSV -> listed(found.blocks().getFirst());
            case PDF, PDF1 -> {
                var blocks = found.blocks().stream().map(each -> block(form, found, each)).toList();
                yield found.type() == StatementType.CARD_MULTI_HOLDER ? blocks : blocks.getFirst();
            }
        };
    }

    /** All holders' rows follow one another under the first one's name. */
    private static Map<String, Object> flat(Found found, int most) {
        var first = found.blocks().getFirst();
        var rows = new ArrayList<Map<String, Object>>();
        for (var block : found.blocks()) {
            for (var row : block.rows()) {
                if (rows.size() < most) {
                    rows.add(flatRow(found.type(), row, rows.size() + 1));
                }
            }
        }
        var fields =
                new Fields()
                        .put("type", name(found.type()))
                        .put("parser", first.parser())
                        .put("statement", About.flat(first.about()))
                        .put("transactions", rows);
        if (found.type() == StatementType.RUNNING_BALANCE
                || found.type() == StatementType.CARD_BREAKDOWN) {
            fields.put("numBreaks", first.breaks().size());
        }
        return fields.map();
    }

    private static Map<String, Object> flatRow(StatementType type, Row row, int id) {
        var fields =
                new Fields()
                        .put("id", id)
                        .put("date", Json.day(row.date()))
                        .put("description", row.description())
                        .put("amount", row.amount().map(Json::number));
        if (type == StatementType.RUNNING_BALANCE) {
            fields.put("balance", row.balance().map(Json::number));
        }
        if (isInSections(type)) {
            fields.put("category", Sections.category(row));
            fields.put("processDate", row.processed().map(Json::day));
        }
        return fields.map();
    }

    private static Map<String, Object> block(Form form, Found found, Block block) {
        var type = found.type();
        var fields =
                new Fields()
                        .put("parser", block.parser())
                        .put("statement", About.full(block.about()));
        if (isInSections(type)) {
            fields.put(
                    "breakdown",
                    block.sections().stream()
                            .map(each ->
                                    new Fields()
                                            .put("category", each.category())
                                            .put("name", each.category())
                                            .put("total", Json.number(each.total()))
                                            .map())
                            .toList());
        }
        fields.put("transactions", block.rows().stream().map(row -> row(form, type, row)).toList());
        boolean tellsValid =
                form == Form.PDF
                        || type != StatementType.NO_BALANCE && type != StatementType.CARD_SIMPLE;
        if (tellsValid) {
            fields.put("valid", block.valid());
        }
        if (!block.breaks().isEmpty()) {
            fields.put("breaks", block.breaks().stream().map(Data::broken).toList());
        }
        if (form == Form.PDF) {
            fields.put("authenticity", found.authenticity().kind().word());
        }
        return fields.map();
    }

    /** A download's rows, which tell no balances. */
    private static Map<String, Object> listed(Block block) {
        var fields =
                new Fields()
                        .put("parser", block.parser())
                        .put("statement", About.full(block.about()))
                        .put("transactions", block.rows().stream().map(Data::listed).toList())
                        .put("valid", block.valid());
        if (!block.breaks().isEmpty()) {
            fields.put("breaks", block.breaks().stream().map(Data::broken).toList());
        }
        return fields.map();
    }

    private static Map<String, Object> listed(Row row) {
        return new Fields()
                .put("id", row.id())
                .put("date", Json.day(row.date()))
                .put("description", row.description())
                .put("amount", row.amount().map(Json::number))
                .map();
    }

    private static Map<String, Object> row(Form form, StatementType type, Row row) {
        var fields = new Fields().put("id", row.id());
        if (isInSections(type)) {
            var processed =
                    form == Form.PDF
                            ? row.processed().or(() -> Optional.of(row.date()))
                            : row.processed();
            fields.put("category", Sections.category(row))
                    .put("transactionDate", Json.day(row.date()))
                    .put("processDate", processed.map(Json::day));
        } else {
            fields.put("date", Json.day(row.date()));
        }
        fields.put("description", row.description()).put("amount", row.amount().map(Json::number));
        if (type == StatementType.RUNNING_BALANCE) {
            fields.put("balance", row.balance().map(Json::number));
        }
        return fields.map();
    }

    private static Map<String, Object> broken(Break found) {
        return switch (found) {
            case Break.OfBalance(var before, var row, var difference) ->
                    new Fields()
                            .put("prev_id", before.id())
                            .put("cur_id", row.id())
                            .put("prev_date", Json.day(before.date()))
                            .put("cur_date", Json.day(row.date()))
                            .put("amount", Json.number(row.amount().orElse(Money.ZERO)))
                            .put("diff", Json.number(difference))
                            .map();
            case Break.OfSection(var category, var printed, var sum) ->
                    new Fields()
                            .put("category", category)
                            .put("expected", Json.number(printed))
                            .put("actual", Json.number(sum))
                            .put("diff", Json.number(sum.minus(printed)))
                            .map();
        };
    }

    private static boolean isInSections(StatementType type) {
        return type == StatementType.CARD_BREAKDOWN || type == StatementType.CARD_MULTI_HOLDER;
    }

    private static String name(StatementType type) {
        return switch (type) {
            case RUNNING_BALANCE -> "BankStatementNormal";
            case NO_BALANCE -> "BankStatementNoBalance";
            case CARD_SIMPLE -> "CreditCardSimple";
            case CARD_BREAKDOWN -> "CreditCardBreakdown";
            case CARD_MULTI_HOLDER -> "CreditCardBreakdownMultiUser";
        };
    }

    /** Whose statement it is. */
    private static final class About {
        static Map<String, Object> flat(Found.About about) {
            return named(about)
                    .put("openingBalance", about.opening().map(Json::number))
                    .put("closingBalance", about.closing().map(Json::number))
                    .map();
        }

        static Map<String, Object> full(Found.About about) {
            return named(about).put("statementBalance", about.closing().map(Json::number)).map();
        }

        private static Fields named(Found.About about) {
            return new Fields()
                    .put("bank", about.bank())
                    .put("accountNumber", about.account())
                    .put(
                            "dates",
                            new Fields()
                                    .put("issuedOn", about.issuedOn().map(Json::day))
                                    .put("from", Json.day(about.from()))
                                    .put("to", Json.day(about.to()))
                                    .map())
                    .put("nameAddress", about.nameAddress())
                    .put("accountType", about.accountType())
                    .put("statementNumber", about.statementNumber());
        }
    }
}
