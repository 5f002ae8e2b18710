package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.pdf.PdfScript;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;
import za.co.spikedata.shape.Sha256;
import za.co.spikedata.shape.Shape;

/**
 * Tells whether two papers are of one layout, by a hash of their form: the page, the fonts, the
 * headings and where they stand, how days and figures are printed. A replica's is its original's.
 */
public final class LayoutFingerprint {
    /** Places this close are one, in points. */
    private static final double SAME = 2;

    private static final int BYTES = 16;

    private LayoutFingerprint() {}

    /** Nothing when the file cannot be followed. */
    public static Optional<String> of(byte[] pdf, Optional<String> password, EngineLimits limits) {
        return PdfScript.of(pdf, password, limits).map(Printed::new).map(LayoutFingerprint::of);
    }

    private static String of(Printed paper) {
        var form = new ArrayList<String>();
        paper.script().sheets().stream()
                .findFirst()
                .ifPresent(sheet ->
                        form.add(place(sheet.page().width()) + "x" + place(sheet.page().height())));
        form.add(usual(sizes(paper)));
        form.addAll(headings(paper.lines()));
        form.add(usual(days(paper.lines())));
        form.add(usual(figures(paper.lines(), LayoutFingerprint::style)));
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", form)), 0, BYTES);
    }

    /** The first heading of a table; where there is none, where its days and last figures stand. */
    private static List<String> headings(List<TokenLine> lines) {
        Optional<TokenLine> heading =
                lines.stream()
                        .filter(line -> Header.of(line).filter(Header::opensTable).isPresent())
                        .findFirst();
        if (heading.isPresent()) {
            return heading.get().words().stream()
                    .map(word -> Vocabulary.letters(word.text()) + place(word.box().left()))
                    .toList();
        }
        Stream<String> lefts =
                lines.stream()
                        .filter(TokenLine::isRow)
                        .map(line -> place(line.dates().getFirst().box().left()));
        return List.of(usual(lefts), usual(figures(lines, token -> place(token.box().right()))));
    }

    private static Stream<String> sizes(Printed paper) {
        return paper.lines().stream()
                .flatMap(line -> line.words().stream())
                .map(Word::size)
                .map(size -> Long.toString(Math.round(size * 4)));
    }

    private static Stream<String> days(List<TokenLine> lines) {
        return lines.stream()
                .filter(TokenLine::isRow)
                .flatMap(line -> line.dates().stream())
                .map(date -> Shape.of(date.text()).form().replaceAll("(.)\\1+", "$1"));
    }

    /** The last figure of each row. */
    private static Stream<String> figures(
            List<TokenLine> lines, Function<MoneyToken, String> what) {
        return lines.stream()
                .map(TokenLine::money)
                .filter(money -> money.size() > 1)
                .map(List::getLast)
                .filter(MoneyToken::strong)
                .map(what);
    }

    /** What parts the cents from the rest. */
    private static String style(MoneyToken token) {
        String digits = token.text().replaceAll("[^\\d]+$", "");
        int cents = digits.length() - 3;
        return cents < 0 ? "" : digits.substring(cents, cents + 1);
    }

    private static String place(double points) {
        return Long.toString(Math.round(points / SAME));
    }

    /** What is said most often; of two the first in the alphabet. */
    private static String usual(Stream<String> said) {
        Map<String, Long> times =
                said.collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
        String usual = "";
        long most = 0;
        for (var each : times.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                usual = each.getKey();
            }
        }
        return usual;
    }
}
