package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.TokenLine;

/** What a statement says of itself beside labels: its number, its day, its kind of account. */
record Details(
        Optional<String> number, Optional<LocalDate> issuedOn, Optional<String> accountType) {
    private static final Details NONE =
            new Details(Optional.empty(), Optional.empty(), Optional.empty());

    /** English, Afrikaans, and the other official languages. */
    private static final Pattern NUMBER_LABEL =
            label(
                    "(?:tax ?invoice ?/ ?|belasting ?faktuur ?/ ?)?(?:account ?)?statement ?(?:number|num|nr|no)",
                    "(?:tax ?invoice ?/ ?|belasting ?faktuur ?/ ?)?(?:rekening ?)?staat ?(?:nommer|nr|no)",
                    "in?ombolo yesitatimende",
                    "inomboro yesitatimende",
                    "inombolo yengxelo",
                    "nomoro ya (?:setatemente|setatamente)",
                    "nomboro ya (?:xitatimende|tshitatamennde)");

    private static final Pattern DAY_LABEL =
            label(
                    "statement ?date",
                    "date of (?:this )?statement",
                    "statement (?:issue date|date of issue|date issued|issued on)",
                    "(?:rekening ?)?staat ?datum",
                    "datum van (?:hierdie )?staat",
                    "(?:usuku|lusuku|ilanga) lwesitatimende",
                    "ilanga lesitatimende",
                    "umhla wengxelo",
                    "(?:letsatsi|letlha|letšatši) la (?:setatemente|setatamente)",
                    "siku ra xitatimende",
                    "[dḓ]uvha [lḽ]a tshitatamennde");

    /** May be said of a card or a letter too. */
    private static final Pattern ISSUE_LABEL =
            label("^(?:issue date|date of issue|date issued|issued on|uitreikings?datum)");

    private static final Pattern TYPE_LABEL =
            label(
                    "account ?type",
                    "type of account",
                    "rekening ?(?:tipe|soort)",
                    "(?:tipe|soort) rekening",
                    "(?:uhlobo|umhlobo|luhlobo) lwe-?akh(?:awunti|onti)",
                    "(?:mofuta|mohuta) wa akhaonto",
                    "muxaka wa akhawunti",
                    "lushaka lwa akhaunthu");

    /** Some other label, so not the value of the one before it. */
    private static final Pattern OTHER_LABEL =
            Pattern.compile(
                    ".*:|.*\\b(?:number|nommer|date|datum|branch|tak|period|tydperk|currency|balance|saldo)\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NUMBER =
            Pattern.compile("(?=\\D{0,4}\\d)[\\p{L}\\d][\\p{L}\\d/-]{0,19}");
    private static final Pattern TYPE = Pattern.compile("\\p{L}[^:|]{1,59}");

    private static Pattern label(String... labels) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + String.join("|", labels) + ")\\.?(?![\\p{L}])\\s*[:.]?\\s*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A text that may be the value of a label, in the piece of a line it is part of. */
    private record Value(String text, Blocks.Piece piece) {}

    /**
     * @param head the lines above the first row; of its day all their pages speak, of the rest the
     *     first
     */
    static Details of(List<TokenLine> head, Calendar calendar) {
        if (head.isEmpty()) {
            return NONE;
        }
        int page = head.getFirst().page();
        List<TokenLine> first = head.stream().filter(line -> line.page() == page).toList();
        return new Details(
                find(first, NUMBER_LABEL, Details::number),
                day(head, calendar)
                        .or(() -> find(first, ISSUE_LABEL, value -> day(value, calendar))),
                find(first, TYPE_LABEL, Details::type));
    }

    /** The day that a statement calls its own; where pages differ, the one next to its rows. */
    static Optional<LocalDate> day(List<TokenLine> head, Calendar calendar) {
        List<Integer> pages = head.stream().map(TokenLine::page).distinct().toList();
        return pages.reversed().stream()
                .map(page -> head.stream().filter(line -> line.page() == page).toList())
                .map(lines -> find(lines, DAY_LABEL, value -> day(value, calendar)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Details or(Details other) {
        return new Details(
                number.or(other::number),
                issuedOn.or(other::issuedOn),
                accountType.or(other::accountType));
    }

    /** What is true of every account in the file. */
    Details withoutAccount() {
        return new Details(number, issuedOn, Optional.empty());
    }

    private static <T> Optional<T> find(
            List<TokenLine> lines, Pattern label, Function<Value, Optional<T>> read) {
        List<List<Blocks.Piece>> stacks = Blocks.stacks(lines);
        for (TokenLine line : lines) {
            List<Blocks.Piece> pieces = Blocks.pieces(line);
            for (int i = 0; i < pieces.size(); i++) {
                Blocks.Piece piece = pieces.get(i);
                Matcher found = label.matcher(piece.text());
                if (!found.find()) {
                    continue;
                }
                String rest = piece.text().substring(found.end());
                Stream<Value> values =
                        rest.isBlank()
                                ? Stream.concat(
                                                pieces.stream().skip(i + 1L).limit(1),
                                                below(stacks, piece).stream())
                                        .map(each -> new Value(each.text(), each))
                                : Stream.of(new Value(rest, piece));
                Optional<T> value = values.map(read).flatMap(Optional::stream).findFirst();
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Blocks.Piece> below(
            List<List<Blocks.Piece>> stacks, Blocks.Piece label) {
        for (List<Blocks.Piece> stack : stacks) {
            int at = stack.indexOf(label);
            if (at >= 0 && at + 1 < stack.size()) {
                return Optional.of(stack.get(at + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> number(Value value) {
        if (datesIn(value).anyMatch(date -> value.text().startsWith(date.text()))) {
            return Optional.empty();
        }
        Matcher found = NUMBER.matcher(value.text().strip());
        return found.lookingAt() ? Optional.of(found.group()) : Optional.empty();
    }

    /** One day with its year; two are a period. */
    private static Optional<LocalDate> day(Value value, Calendar calendar) {
        List<DateToken> dates = datesIn(value).toList();
        return dates.size() == 1 && dates.getFirst().hasYear()
                ? calendar.day(dates.getFirst(), -1)
                : Optional.empty();
    }

    private static Optional<String> type(Value value) {
        String text = value.text().strip();
        return TYPE.matcher(text).matches()
                        && !OTHER_LABEL.matcher(text).matches()
                        && !value.piece().holdsMoney()
                        && datesIn(value).findAny().isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Stream<DateToken> datesIn(Value value) {
        Blocks.Piece piece = value.piece();
        return piece.line().dates().stream()
                .filter(date ->
                        !date.weak()
                                && date.firstWord() >= piece.firstWord()
                                && date.lastWord() <= piece.lastWord());
    }
}
