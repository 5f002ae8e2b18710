package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.proof.Claims;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.reading.MarkRule;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Rules;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.reading.Step.Role;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.MoneyToken.Mark;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Makes a statement of a chain of rows and the lines around it. */
final class StatementMaker {
    private static final int HEAD_LINES = 80;
    private static final int FOOT_LINES = 40;

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    private final Reading reading;
    private final Segment segment;
    private final Function<RowLine, List<Cell>> texts;
    private final Banks banks;
    private final Front front;
    private final List<Outside.Begun> besides;
    private final Optional<Place> lostEnd;

    /** For each line of the segment, the year that stands alone on a line above it. */
    private final Map<Integer, Integer> yearsAbove;

    /**
     * @param texts of each row of the table
     * @param besides the statement's lines that look like rows and are no statement's
     * @param lostEnd where a line behind its rows leads on from the last balance
     */
    StatementMaker(
            Found found,
            Function<RowLine, List<Cell>> texts,
            Banks banks,
            Front front,
            List<Outside.Begun> besides,
            Optional<Place> lostEnd) {
        this.texts = texts;
        this.front = front;
        this.reading = found.reading();
        this.segment = found.segment();
        this.banks = banks;
        this.besides = besides;
        this.lostEnd = lostEnd;
        this.yearsAbove = yearsAbove(found);
    }

    /**
     * Nothing when the paper does not print enough to tell the rows' dates.
     *
     * @param lines around the rows, {@code paper} all up to them
     */
    Optional<Stretch> make(
            List<TokenLine> lines,
            List<TokenLine> paper,
            List<PrintedFigure> figures,
            List<Trace.Step> trace) {
        return dated(lines, figures, lines, trace).or(() -> dated(lines, figures, paper, trace));
    }

    /**
     * @param dating lines that tell the rows' years
     */
    private Optional<Stretch> dated(
            List<TokenLine> lines,
            List<PrintedFigure> figures,
            List<TokenLine> dating,
            List<Trace.Step> trace) {
        Rules rules = reading.rules();
        List<Step> printed = rules.newestFirst() ? segment.steps().reversed() : segment.steps();
        List<DateToken> booked = dates(printed);
        List<TokenLine> head = head(lines);
        Calendar read = calendar(dating, booked);
        Details details = details(head, read);
        Calendar calendar = read.issuedOn(details.issuedOn());
        Draft draft = new Drafting(reading, calendar, yearsAbove, texts).of(printed);
        trace.add(Explained.dates(calendar, draft.undated()));
        if (draft.undated() > 0 || draft.transactions().isEmpty()) {
            return Optional.empty();
        }
        List<TokenLine> around = lines.stream().filter(line -> !line.isRow()).toList();
        About about = about(head, around, printed.getFirst().row().tokens().page());
        Claims claims =
                claims(
                        draft,
                        calendar,
                        CurrentBalances.of(figures, reading, segment, calendar, around),
                        printed,
                        unsureYear(head, read, calendar, booked));
        StatementType told = type(about, rules, claims, head);
        Banks.Label label = label(head, lines, told);
        StatementType type = banks.type(label.format()).orElse(told);
        trace.add(Explained.layout(label));
        List<Transaction> rows =
                rules.balance() < 0
                        ? draft.transactions()
                        : Balances.filled(
                                draft.transactions(), rules.newestFirst(), claims.runsFrom());
        return Optional.of(
                new Stretch(
                        type,
                        label,
                        about,
                        details,
                        lastBalance(),
                        isLiability(about),
                        printed.getFirst().row().tokens().page(),
                        printed.getLast().row().tokens().page(),
                        rows,
                        draft.markers(),
                        claims,
                        () -> apart(around, printed),
                        new Stretch.Seam(
                                segment.opening().isPresent(),
                                stepped(Role.OPENING).size(),
                                stepped(Role.CLOSING).size(),
                                "%s, %s, %s"
                                        .formatted(
                                                calendar.order(),
                                                calendar.era(),
                                                calendar.turned()),
                                booked.stream().allMatch(DateToken::hasYear),
                                isBegun(figures))));
    }

    /** A figure named as opening is the balance before the rows; where none runs, any may be. */
    private boolean isBegun(List<PrintedFigure> figures) {
        Optional<Money> from = runsFrom();
        return figures.stream()
                .filter(each -> each.name() == Name.OPENING)
                .map(each -> reading.rules().figure(each.token()))
                .anyMatch(each -> from.isEmpty() || each.isSizeOf(from.get()));
    }

    /** Figures that a sum of rows may be printed as, where the rows are to be mended. */
    private static Set<Money> apart(List<TokenLine> around, List<Step> steps) {
        Stream<MoneyToken> totals =
                steps.stream()
                        .filter(step -> step.role() == Role.TOTAL)
                        .flatMap(step -> step.row().tokens().money().stream());
        return Stream.concat(around.stream().flatMap(line -> line.money().stream()), totals)
                .filter(MoneyToken::strong)
                .map(MoneyToken::magnitude)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Accounts on the file's first page, or listed there, share the holder named above them. */
    private About about(List<TokenLine> head, List<TokenLine> around, int page) {
        About own = About.of(head, around);
        boolean shares =
                own.holder().isEmpty()
                        && (front.endsOn(page) || own.account().filter(front::lists).isPresent());
        return shares ? own.heldAs(front.about()) : own;
    }

    /** The file's first lines may say when and as which number all its statements were issued. */
    private Details details(List<TokenLine> head, Calendar calendar) {
        Details own = Details.of(head, calendar);
        return front.begins(head) ? own : own.or(front.details(calendar).withoutAccount());
    }

    /**
     * Where a row without a year may be of another than it got. Its statement's day is sure where
     * it stands on the page of the rows and near the latest date.
     */
    private Optional<Place> unsureYear(
            List<TokenLine> head, Calendar read, Calendar calendar, List<DateToken> booked) {
        if (!yearsAbove.isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> twice = LongPeriod.doubted(calendar, segment);
        if (twice.isPresent()) {
            return twice;
        }
        Optional<Place> far = Dating.farOff(calendar, booked, segment);
        if (Details.day(head, read).isEmpty()) {
            return far.or(() -> Dating.torn(read, calendar, segment));
        }
        int page = head.getLast().page();
        List<TokenLine> beside = head.stream().filter(line -> line.page() == page).toList();
        return far.filter(
                _ -> Details.day(beside, read).filter(day -> Dating.isNear(day, read)).isEmpty());
    }

    private Calendar calendar(List<TokenLine> lines, List<DateToken> booked) {
        Calendar own = Calendar.of(lines, booked);
        if (own.told() && own.period().isPresent()) {
            return own;
        }
        boolean isFront = front.begins(lines);
        List<TokenLine> all = isFront ? lines : joined(front.lines(), lines);
        Calendar read = isFront ? own : front.calendar(lines, booked);
        return yearsAbove.isEmpty() ? read.inNamedMonth(head(all), booked) : read;
    }

    private Banks.Label label(List<TokenLine> head, List<TokenLine> lines, StatementType type) {
        Banks.Label own = banks.label(text(head), text(lettered(lines)), type);
        if (own.bank().isPresent() || front.begins(lines)) {
            return own;
        }
        List<TokenLine> top = firstOf(front.lines());
        return banks.label(text(top), text(lettered(joined(top, lines))), type);
    }

    private static List<TokenLine> joined(List<TokenLine> front, List<TokenLine> lines) {
        return Stream.concat(front.stream(), lines.stream()).toList();
    }

    private static List<TokenLine> firstOf(List<TokenLine> head) {
        return head.subList(0, Math.min(head.size(), HEAD_LINES));
    }

    /** The lines above the first row. */
    private List<TokenLine> head(List<TokenLine> lines) {
        TokenLine first =
                segment.steps().stream()
                        .map(Step::row)
                        .min(Comparator.comparingInt(RowLine::line))
                        .orElseThrow()
                        .tokens();
        var head = new ArrayList<TokenLine>();
        for (TokenLine line : lines) {
            if (line.isAt(first)) {
                break;
            }
            head.add(line);
        }
        return firstOf(head);
    }

    /** The lines that may tell which layout it is: headings, named balances, remarks at the end. */
    private static List<TokenLine> lettered(List<TokenLine> lines) {
        List<TokenLine> lettered =
                lines.stream().filter(line -> !line.isRow() || line.name() != Name.NONE).toList();
        int last = lettered.size();
        if (last <= HEAD_LINES + FOOT_LINES) {
            return lettered;
        }
        return Stream.concat(
                        lettered.subList(0, HEAD_LINES).stream(),
                        lettered.subList(last - FOOT_LINES, last).stream())
                .toList();
    }

    private static String text(List<TokenLine> lines) {
        return lines.stream().map(TokenLine::printed).collect(Collectors.joining(" "));
    }

    /** The running balance of the newest row. */
    private Optional<Figure> lastBalance() {
        int column = reading.rules().balance();
        if (segment.closing().isEmpty() || column < 0) {
            return Optional.empty();
        }
        return segment.steps().reversed().stream()
                .filter(step -> step.balance().equals(segment.closing()))
                .findFirst()
                .map(step -> new Figure(step.balance().orElseThrow(), place(step)));
    }

    private StatementType type(About about, Rules rules, Claims claims, List<TokenLine> head) {
        if (rules.balance() >= 0) {
            return StatementType.RUNNING_BALANCE;
        }
        if (claims.totals() == 0) {
            return about.card() ? StatementType.CARD_SIMPLE : StatementType.NO_BALANCE;
        }
        long cards =
                segment.transactions().stream()
                        .map(step -> heading(step.row().part(), head))
                        .map(About::cardIn)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count();
        if (cards > 1) {
            return StatementType.CARD_MULTI_HOLDER;
        }
        return about.card() ? StatementType.CARD_BREAKDOWN : StatementType.NO_BALANCE;
    }

    /** What stands above a part of the table; above its first part, the title of the table. */
    private String heading(int part, List<TokenLine> head) {
        String own = reading.grid().parts().get(part);
        if (part > 0 || !own.isEmpty()) {
            return own;
        }
        return head.reversed().stream()
                .filter(line -> Header.of(line).isEmpty())
                .findFirst()
                .map(TokenLine::printed)
                .orElse("");
    }

    /** A card whose unsigned amounts raise the balance prints what is owed; so does a loan. */
    private boolean isLiability(About about) {
        boolean single = reading.rules().signs().stream().filter(sign -> sign != 0).count() == 1;
        long raises =
                segment.transactions().stream().filter(step -> !step.amount().isNegative()).count();
        return debitsRaise()
                || about.card() && single && raises * 2 > segment.transactions().size();
    }

    /** A column headed as debit adds to the balance although no minus stands in it. */
    private boolean debitsRaise() {
        for (int i = 0; i < reading.grid().columns().size(); i++) {
            int column = i;
            boolean debit =
                    reading.grid()
                            .columns()
                            .get(i)
                            .heading()
                            .filter(Heading.DEBIT::equals)
                            .isPresent();
            if (debit
                    && reading.rules().signs().get(i) > 0
                    && reading.grid().rows().stream()
                            .flatMap(row -> row.cells().get(column).stream())
                            .noneMatch(MoneyToken::minus)) {
                return true;
            }
        }
        return false;
    }

    private Claims claims(
            Draft draft,
            Calendar calendar,
            CurrentBalances balances,
            List<Step> steps,
            Optional<Place> unsureYear) {
        List<PrintedFigure> printed = balances.others();
        var faults = new ArrayList<Claims.Fault>();
        Map<Step, Integer> ids = segment.breaks().isEmpty() ? Map.of() : draft.ids();
        for (Segment.Break each : segment.breaks()) {
            faults.add(
                    new Claims.Fault(
                            ids.getOrDefault(each.step(), 0),
                            each.expected(),
                            each.printed(),
                            place(each.step())));
        }
        List<Figure> openings = new ArrayList<>(stepped(Role.OPENING));
        var turned = new HashSet<Figure>();
        openings.addAll(named(printed, Name.OPENING, turned));
        List<Figure> closings = new ArrayList<>(stepped(Role.CLOSING));
        closings.addAll(named(printed, Name.CLOSING, turned));
        if (closings.isEmpty()) {
            closings.addAll(onLastDay(printed, calendar, turned));
        }
        List<Boolean> covered =
                steps.stream()
                        .filter(step -> step.role() == Role.TRANSACTION)
                        .map(Step::covered)
                        .toList();
        var coverage = Coverage.of(reading, segment);
        var totals = Totals.of(segment, draft);
        return new Claims(
                reading.rules().balance() >= 0,
                segment.holds(),
                segment.carried(),
                faults,
                covered,
                OldestRow.isReadAsOthers(reading, segment)
                        && (!closings.isEmpty() || !readsEitherWay(draft)),
                runsFrom(),
                segment.opening().isEmpty() && reading.rules().balance() < 0
                        ? Optional.empty()
                        : segment.closing(),
                openings,
                closings,
                turned,
                calendar.period(),
                reading.rules().newestFirst(),
                draft.transactions(),
                totals.holding().size(),
                totals.broken(),
                totals.coversAll(),
                coverage.lines(),
                coverage.missed()
                        .or(() -> Dating.unsure(reading, segment))
                        .or(() -> unsureYear)
                        .or(() -> EndTotals.unlike(reading, segment))
                        .or(() -> lostEnd)
                        .or(() -> balances.unclosed(closings))
                        .or(() -> Coverage.unled(reading, segment, openings)),
                Outside.first(besides, calendar, draft.transactions()).or(coverage::besides));
    }

    private boolean readsEitherWay(Draft draft) {
        return EitherWay.reads(reading, segment.transactions(), draft.transactions());
    }

    private Optional<Money> runsFrom() {
        if (segment.opening().isPresent()) {
            return segment.opening();
        }
        Money moved = Money.ZERO;
        for (Step step : segment.steps()) {
            if (step.role() == Role.TRANSACTION) {
                moved = moved.plus(step.amount());
            }
            if (step.balance().isPresent() && step.role() == Role.TRANSACTION) {
                return Optional.of(step.balance().get().minus(moved));
            }
        }
        return Optional.empty();
    }

    private List<Figure> stepped(Role role) {
        return segment.steps().stream()
                .filter(step -> step.role() == role && step.balance().isPresent())
                .map(step -> new Figure(step.balance().get(), place(step)))
                .toList();
    }

    private static Place place(Step step) {
        return step.row()
                .lastFigure()
                .map(token -> new Place(step.row().tokens().page(), token.box()))
                .orElse(step.row().tokens().place());
    }

    /** Balances on the last day of the period, with either sign: a summary may leave it out. */
    private List<Figure> onLastDay(
            List<PrintedFigure> printed, Calendar calendar, Set<Figure> turned) {
        Optional<LocalDate> last = calendar.period().map(Period::to);
        return printed.stream()
                .filter(each -> each.name() == Name.DATED_BALANCE)
                .filter(each ->
                        last.isPresent()
                                && each.date().flatMap(date -> calendar.day(date, -1)).equals(last))
                .flatMap(each -> either(figure(each), turned).stream())
                .toList();
    }

    /** A summary may leave out the letters its table uses; then either side is meant. */
    private List<Figure> named(List<PrintedFigure> printed, Name name, Set<Figure> turned) {
        var named = new ArrayList<Figure>();
        boolean lettered =
                reading.rules().balances() == MarkRule.PLAIN_IS_DEBIT
                        || reading.rules().amounts() == MarkRule.PLAIN_IS_DEBIT;
        for (PrintedFigure each : printed) {
            if (each.name() != name) {
                continue;
            }
            Figure figure = figure(each);
            boolean either = lettered && each.token().mark() == Mark.NONE;
            named.addAll(either ? either(figure, turned) : List.of(figure));
        }
        return named;
    }

    private Figure figure(PrintedFigure printed) {
        return new Figure(reading.rules().figure(printed.token()), printed.place());
    }

    private static List<Figure> either(Figure figure, Set<Figure> turned) {
        if (figure.money().isZero()) {
            return List.of(figure);
        }
        var other = new Figure(figure.money().negated(), figure.place());
        turned.add(other);
        return List.of(figure, other);
    }

    private static List<DateToken> dates(List<Step> steps) {
        var dates = new ArrayList<DateToken>(steps.size());
        for (Step step : steps) {
            if (step.role() == Role.TRANSACTION) {
                step.row().date().ifPresent(dates::add);
            }
        }
        return dates;
    }

    private static boolean isYear(TokenLine line) {
        return line.words().size() == 1 && YEAR.matcher(line.printed()).matches();
    }

    private static Map<Integer, Integer> yearsAbove(Found found) {
        var years = new HashMap<Integer, Integer>();
        int year = -1;
        List<TokenLine> lines = found.reading().grid().section().lines();
        int before = found.reading().grid().section().firstLine();
        for (int i = 0; i <= found.lastLine() - before; i++) {
            TokenLine line = lines.get(i);
            year = isYear(line) ? Integer.parseInt(line.printed()) : year;
            if (year > 0 && i >= found.firstLine() - before) {
                years.put(i, year);
            }
        }
        return years;
    }
}
