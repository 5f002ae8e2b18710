package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.replica.Sketch.Mark;
import za.co.spikedata.engine.replica.Sketch.Token;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.Strips;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;
import za.co.spikedata.shape.Shape;

/** Draws papers as boxes. */
public final class Sketcher {
    /** Pages that are drawn: the first ones, which show the form of all. */
    private static final int MOST_PAGES = 12;

    private Sketcher() {}

    /** Of an original: no word of it, but its form; nothing when the file cannot be followed. */
    public static Optional<Sketch> ofOriginal(
            byte[] pdf, Optional<String> password, ReadResult read, EngineLimits limits) {
        return of(pdf, password, read, limits, word -> Shape.of(word).form());
    }

    /** Of a replica, with what it says. */
    public static Optional<Sketch> ofReplica(byte[] pdf, ReadResult read, EngineLimits limits) {
        return of(pdf, Optional.empty(), read, limits, UnaryOperator.identity());
    }

    private static Optional<Sketch> of(
            byte[] pdf,
            Optional<String> password,
            ReadResult read,
            EngineLimits limits,
            UnaryOperator<String> said) {
        return PdfScript.of(pdf, password, limits)
                .map(script -> script.sheets().stream().map(PdfScript.Sheet::page).toList())
                .map(pages ->
                        new Sketch(
                                pages.size(),
                                sheets(pages.stream().limit(MOST_PAGES).toList(), read, said)));
    }

    private static List<Sketch.Sheet> sheets(
            List<Page> pages, ReadResult read, UnaryOperator<String> said) {
        Map<Integer, List<TokenLine>> lines =
                new Strips(pages).lines().stream().collect(Collectors.groupingBy(TokenLine::page));
        return pages.stream()
                .map(page -> sheet(page, lines.getOrDefault(page.number(), List.of()), read, said))
                .toList();
    }

    private static Sketch.Sheet sheet(
            Page page, List<TokenLine> lines, ReadResult read, UnaryOperator<String> said) {
        return new Sketch.Sheet(
                page.number(),
                page.width(),
                page.height(),
                lines.stream().flatMap(line -> marks(line, said).stream()).toList(),
                lines.stream().map(TokenLine::box).toList(),
                columns(page.number(), read),
                rows(page.number(), read));
    }

    private static List<Mark> marks(TokenLine line, UnaryOperator<String> said) {
        boolean isHeading = Header.of(line).filter(Header::opensTable).isPresent();
        boolean isName = Vocabulary.nameOf(line.printed()) != Vocabulary.Name.NONE;
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            Token plain = isHeading ? Token.HEADING : isName ? Token.NAME : plain(word);
            marks.add(new Mark(token(line, i, plain), said.apply(word.text()), word.box()));
        }
        return marks;
    }

    private static Token token(TokenLine line, int word, Token plain) {
        boolean isDate =
                line.dates().stream()
                        .anyMatch(date -> date.firstWord() <= word && word <= date.lastWord());
        boolean isFigure =
                line.money().stream()
                        .anyMatch(each -> each.firstWord() <= word && word <= each.lastWord());
        return isDate ? Token.DATE : isFigure ? Token.FIGURE : plain;
    }

    private static Token plain(Word word) {
        return word.text().chars().anyMatch(Character::isDigit) ? Token.NUMBER : Token.WORD;
    }

    private static List<Sketch.Column> columns(int page, ReadResult read) {
        Map<Cell.Column, Box> found = new TreeMap<>();
        transactions(read)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.place().page() == page)
                .filter(cell -> cell.column() != Cell.Column.OTHER)
                .forEach(cell -> found.merge(cell.column(), cell.place().box(), Box::union));
        return found.entrySet().stream()
                .map(each -> new Sketch.Column(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<Sketch.Row> rows(int page, ReadResult read) {
        var rows = new ArrayList<Sketch.Row>();
        if (read instanceof ReadResult.Read done) {
            for (var statement : done.statements()) {
                Set<Integer> broken =
                        statement.proof().broken().stream()
                                .map(Check.Broken::transaction)
                                .collect(Collectors.toSet());
                for (var row : statement.transactions()) {
                    row.cells().stream()
                            .filter(cell -> cell.place().page() == page)
                            .map(cell -> cell.place().box())
                            .reduce(Box::union)
                            .map(box -> new Sketch.Row(row.id(), broken.contains(row.id()), box))
                            .ifPresent(rows::add);
                }
            }
        }
        return rows;
    }

    private static Stream<Transaction> transactions(ReadResult read) {
        return switch (read) {
            case ReadResult.Read done ->
                    done.statements().stream()
                            .flatMap(statement -> statement.transactions().stream());
            case ReadResult.Unreadable _ -> Stream.empty();
        };
    }
}
