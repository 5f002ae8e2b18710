package za.co.spikedata.api.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.api.wire.Found.Break;
import za.co.spikedata.api.wire.Found.Row;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;

/** The sections of a card statement, each with its printed total. */
final class Sections {
    /** Where rows stand in no named section. */
    private static final String UNNAMED = "Transactions";

    private Sections() {}

    /** A section, its rows, and what is wrong with its total. */
    record Part(Found.Section section, List<Row> rows, Optional<Break.OfSection> broken) {}

    static List<Part> of(Statement statement, List<Row> rows) {
        var byCategory = new LinkedHashMap<String, List<Row>>();
        for (var row : rows) {
            byCategory.computeIfAbsent(category(row), _ -> new ArrayList<>()).add(row);
        }
        var parts = new ArrayList<Part>();
        byCategory.forEach((category, own) -> parts.add(part(statement, category, own)));
        return parts;
    }

    static String category(Row row) {
        return row.category().orElse(UNNAMED);
    }

    private static Part part(Statement statement, String category, List<Row> rows) {
        var sum =
                rows.stream().flatMap(row -> row.amount().stream()).reduce(Money.ZERO, Money::plus);
        var printed = misprinted(statement, rows);
        return new Part(
                new Found.Section(category, printed.orElse(sum)),
                List.copyOf(rows),
                printed.map(total -> new Break.OfSection(category, total, sum)));
    }

    /** The total a section prints, where its rows do not make it. */
    private static Optional<Money> misprinted(Statement statement, List<Row> rows) {
        return statement.proof().broken().stream()
                .filter(each -> each.rule() == Check.Rule.PRINTED_TOTAL)
                .filter(each -> rows.stream().anyMatch(row -> row.id() == each.transaction()))
                .flatMap(each -> each.printed().stream())
                .map(total -> Printed.signed(total, statement.liability()))
                .findFirst();
    }
}
