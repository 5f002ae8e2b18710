package za.co.spikedata.api.wire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.api.wire.Found.About;
import za.co.spikedata.api.wire.Found.Block;
import za.co.spikedata.api.wire.Found.Break;
import za.co.spikedata.api.wire.Found.Row;
import za.co.spikedata.engine.format.Bank;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.StatementType;

/** Turns what was read into statements as the contract knows them. */
final class Founds {
    private static final String GENERIC = "GENERIC";

    /** ISO 4217's and 3166's own word for none. */
    private static final String NO_BANK = "XXX";

    private Founds() {}

    static Found of(ReadResult.Read read, Banks banks) {
        var first = read.statements().getFirst();
        var candidates =
                read.trace().steps().stream()
                        .filter(step -> step.stage().equals("layout") && step.score() > 1)
                        .flatMap(step -> List.of(step.hypothesis().split(", ")).stream())
                        .distinct()
                        .toList();
        return new Found(
                first.type(), read.authenticity(), candidates, blocks(read.statements(), banks));
    }

    private static List<Block> blocks(List<Statement> statements, Banks banks) {
        var type = statements.getFirst().type();
        var each = new ArrayList<Block>();
        for (var statement : statements) {
            var rows = Printed.rows(statement);
            var about = about(statement, rows, banks);
            var parser = statement.format().orElse(GENERIC);
            if (type == StatementType.CARD_MULTI_HOLDER) {
                for (var section : Sections.of(statement, rows)) {
                    each.add(
                            new Block(
                                    parser,
                                    about,
                                    numbered(section.rows(), 0),
                                    section.broken().isEmpty(),
                                    section.broken().stream().map(Break.class::cast).toList(),
                                    List.of(section.section())));
                }
            } else {
                each.add(block(statement, rows, about, parser));
            }
        }
        return type == StatementType.CARD_MULTI_HOLDER || each.size() == 1
                ? each
                : List.of(joined(each));
    }

    private static Block block(Statement statement, List<Row> rows, About about, String parser) {
        return switch (statement.type()) {
            case RUNNING_BALANCE -> {
                var breaks = Balances.breaks(rows, statement.newestFirst());
                yield new Block(parser, about, rows, breaks.isEmpty(), breaks, List.of());
            }
            case NO_BALANCE, CARD_SIMPLE ->
                    new Block(parser, about, rows, addsUp(about, rows), List.of(), List.of());
            case CARD_BREAKDOWN, CARD_MULTI_HOLDER -> {
                var sections = Sections.of(statement, rows);
                var breaks =
                        sections.stream()
                                .flatMap(section -> section.broken().stream())
                                .map(Break.class::cast)
                                .toList();
                yield new Block(
                        parser,
                        about,
                        rows,
                        breaks.isEmpty(),
                        breaks,
                        sections.stream().map(Sections.Part::section).toList());
            }
        };
    }

    /** Opening and all rows make the closing balance; what is not printed proves nothing. */
    private static boolean addsUp(About about, List<Row> rows) {
        var sum =
                rows.stream().flatMap(row -> row.amount().stream()).reduce(Money.ZERO, Money::plus);
        return about.opening().isPresent()
                && about.opening().map(sum::plus).equals(about.closing());
    }

    /** Statements that follow one another in one file, under the first one's name. */
    private static Block joined(List<Block> blocks) {
        var rows = new ArrayList<Row>();
        var breaks = new ArrayList<Break>();
        var sections = new ArrayList<Found.Section>();
        for (var block : blocks) {
            int before = rows.size();
            rows.addAll(numbered(block.rows(), before));
            block.breaks().forEach(each -> breaks.add(moved(each, before)));
            sections.addAll(block.sections());
        }
        var first = blocks.getFirst().about();
        boolean isOne = blocks.stream().allMatch(each -> isSame(each.about(), first));
        var to = blocks.stream().map(each -> each.about().to()).max(Comparator.naturalOrder());
        var from = blocks.stream().map(each -> each.about().from()).min(Comparator.naturalOrder());
        var about =
                new About(
                        first.bank(),
                        first.account(),
                        first.accountType(),
                        first.statementNumber(),
                        first.issuedOn(),
                        isOne ? from.orElseThrow() : first.from(),
                        isOne ? to.orElseThrow() : first.to(),
                        first.nameAddress(),
                        first.opening(),
                        isOne ? blocks.getLast().about().closing() : first.closing());
        return new Block(
                blocks.getFirst().parser(),
                about,
                rows,
                blocks.stream().allMatch(Block::valid),
                breaks,
                sections);
    }

    private static boolean isSame(About about, About first) {
        return about.bank().equals(first.bank()) && about.account().equals(first.account());
    }

    private static Break moved(Break found, int by) {
        return switch (found) {
            case Break.OfBalance(var before, var row, var difference) ->
                    new Break.OfBalance(moved(before, by), moved(row, by), difference);
            case Break.OfSection section -> section;
        };
    }

    private static List<Row> numbered(List<Row> rows, int before) {
        var all = new ArrayList<Row>();
        for (var row : rows) {
            all.add(moved(row, before + all.size() + 1 - row.id()));
        }
        return all;
    }

    private static Row moved(Row row, int by) {
        return new Row(
                row.id() + by,
                row.date(),
                row.processed(),
                row.description(),
                row.amount(),
                row.balance(),
                row.category());
    }

    private static About about(Statement statement, List<Row> rows, Banks banks) {
        var days = rows.stream().map(Row::date).toList();
        var first = days.stream().min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        var last = days.stream().max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        boolean owed = statement.liability();
        return new About(
                bank(statement, banks),
                statement.account().orElse(""),
                statement.accountType(),
                statement.statementNumber(),
                statement.issuedOn(),
                statement.period().map(each -> each.from()).orElse(first),
                statement.period().map(each -> each.to()).orElse(last),
                statement.holder(),
                statement.opening().map(Figure::money).map(each -> Printed.signed(each, owed)),
                statement.closing().map(Figure::money).map(each -> Printed.signed(each, owed)));
    }

    private static String bank(Statement statement, Banks banks) {
        var format = statement.format().orElse("");
        return banks.owner(format)
                .or(() ->
                        banks.all().stream()
                                .filter(bank -> format.equals(GENERIC + "_" + bank.code()))
                                .findFirst())
                .or(() -> named(statement.issuer(), banks))
                .map(Bank::code)
                .orElse(NO_BANK);
    }

    private static Optional<Bank> named(Optional<String> issuer, Banks banks) {
        return banks.all().stream()
                .filter(bank -> issuer.filter(bank.issuer()::equalsIgnoreCase).isPresent())
                .findFirst();
    }
}
