package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.replica.Equations.Variable;
import za.co.spikedata.engine.replica.Printed.Date;
import za.co.spikedata.engine.replica.Printed.Figure;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;

/** The figures of a paper: which are one and the same, and what other figures to print instead. */
final class Figures {
    /** A figure, where its token's text begins in its line, and its digits. */
    record Slot(Figure figure, int start, String text, Amount amount) {}

    /** A figure with its sign. */
    record Signed(int variable, int sign) {}

    /** Figures of less, in cents, are equal by chance. */
    private static final long TELLING = 1_000;

    /** One of fifteen figures of four digits may be a day. */
    private static final int MOST_DRAWS = 1_000;

    private final Printed paper;
    private final Equations equations = new Equations();
    private final Map<MoneyToken, Integer> known = new IdentityHashMap<>();
    private final Map<String, Integer> moving = new HashMap<>();
    private final Map<Integer, List<Slot>> slots = new HashMap<>();
    private final Map<Integer, Integer> running = new HashMap<>();
    private final Map<Long, Integer> differences = new HashMap<>();
    private final Map<Integer, Long> pinned = new HashMap<>();

    Figures(Printed paper) {
        this.paper = paper;
    }

    Equations equations() {
        return equations;
    }

    Printed paper() {
        return paper;
    }

    boolean isKnown(MoneyToken token) {
        return known.containsKey(token);
    }

    long value(int variable) {
        return equations.variables().get(variable).value();
    }

    /** Figures printed alike that move money are one. */
    Optional<Integer> moving(Figure figure) {
        return variable(figure, true);
    }

    /** A balance or a total; no other figure is tied to it but by a sum. */
    Optional<Integer> standing(Figure figure) {
        return variable(figure, false);
    }

    Optional<Integer> standing(Place place) {
        return paper.figure(place).flatMap(this::standing);
    }

    /** A balance that runs through the paper. */
    void runs(Signed balance) {
        running.put(balance.variable, balance.sign);
    }

    /** How often the figure is printed. */
    int printed(int variable) {
        return slots.getOrDefault(variable, List.of()).size();
    }

    /** A difference of this size that the paper gets wrong; never zero. */
    int difference(long cents) {
        return differences.computeIfAbsent(
                cents,
                each -> {
                    long low = 1;
                    while (low * 10 <= each) {
                        low *= 10;
                    }
                    long step = each % 100 == 0 ? 100 : 1;
                    return equations.add(
                            new Variable(each, Math.max(low, step), low * 10 - step, step));
                });
    }

    private Optional<Integer> variable(Figure figure, boolean moves) {
        Integer before = known.get(figure.token());
        if (before != null) {
            return Optional.of(before);
        }
        Slot slot = slot(figure);
        Amount amount = slot.amount;
        if (!amount.isKnown()) {
            return Optional.empty();
        }
        String alike = amount.cents() + " " + amount.digits() + " " + amount.unit();
        Integer same = moves ? moving.get(alike) : null;
        int variable =
                same != null
                        ? same
                        : equations.add(
                                new Variable(
                                        amount.cents(),
                                        amount.low(),
                                        amount.high(),
                                        amount.unit()));
        if (moves) {
            moving.put(alike, variable);
        }
        known.put(figure.token(), variable);
        slots.computeIfAbsent(variable, _ -> new ArrayList<>()).add(slot);
        return Optional.of(variable);
    }

    private Slot slot(Figure figure) {
        TokenLine line = paper.lines().get(figure.line());
        MoneyToken token = figure.token();
        int start = line.text().start(token.firstWord());
        int end =
                line.text().start(token.lastWord())
                        + line.words().get(token.lastWord()).text().length();
        String text = line.text().text().substring(start, end);
        return new Slot(figure, start, text, Amount.of(token, text));
    }

    /** Every other figure that looks like money: a known one printed again, or one of its own. */
    void rest() {
        Map<Long, Integer> standing = new HashMap<>();
        slots.forEach((variable, _) -> {
            if (!moving.containsValue(variable)) {
                standing.putIfAbsent(value(variable), variable);
            }
        });
        for (int i = 0; i < paper.lines().size(); i++) {
            for (MoneyToken token : paper.lines().get(i).money()) {
                if (!token.strong() || isKnown(token)) {
                    continue;
                }
                var figure = new Figure(i, token);
                long cents = token.magnitude().cents();
                Integer again = cents >= TELLING ? standing.get(cents) : null;
                Slot slot = slot(figure);
                List<Slot> printed =
                        again == null ? List.of() : slots.getOrDefault(again, List.of());
                if (again != null
                        && !printed.isEmpty()
                        && printed.getFirst().amount.looksLike(slot.amount)) {
                    known.put(token, again);
                    printed.add(slot);
                } else {
                    moving(figure);
                }
            }
        }
    }

    /**
     * A figure that was taken for a date says what the date says.
     *
     * @param texts of the date's line in the copy
     */
    void follow(Date date, List<String> texts) {
        TokenLine line = paper.lines().get(date.line());
        for (MoneyToken token : line.money()) {
            Integer variable = known.get(token);
            boolean isDate =
                    token.firstWord() <= date.token().firstWord()
                            && date.token().lastWord() <= token.lastWord();
            if (variable != null && isDate) {
                line.saying(texts).money().stream()
                        .filter(each -> each.firstWord() == token.firstWord())
                        .findFirst()
                        .ifPresent(said -> pinned.put(variable, said.magnitude().cents()));
            }
        }
    }

    /** A figure that may be taken for a day, such as 11.24, is another that may. */
    void keepDays(RandomGenerator random) {
        for (TokenLine line : paper.lines()) {
            for (DateToken date : line.dates()) {
                line.money().stream()
                        .filter(token -> date.weak() && known.containsKey(token))
                        .filter(token ->
                                token.firstWord() <= date.firstWord()
                                        && date.lastWord() <= token.lastWord())
                        .map(known::get)
                        .filter(variable -> !pinned.containsKey(variable))
                        .forEach(variable ->
                                day(variable, random).ifPresent(day -> pinned.put(variable, day)));
            }
        }
    }

    private Optional<Long> day(int variable, RandomGenerator random) {
        Variable old = equations.variables().get(variable);
        return random.longs(MOST_DRAWS, old.low(), old.high() + 1)
                .filter(value -> value != old.value() && value % old.step() == 0)
                .filter(Figures::isLikeADay)
                .boxed()
                .findFirst();
    }

    /**
     * Other amounts for all figures, each slot with what its token says instead; nothing when one
     * that follows a date cannot.
     */
    Optional<Map<Slot, String>> instead(RandomGenerator random) {
        List<Variable> variables = equations.variables();
        Set<Long> original = new HashSet<>();
        slots.values().forEach(all -> all.forEach(slot -> original.add(slot.amount.cents())));
        LongPredicate[] refused = new LongPredicate[variables.size()];
        int[] signs = new int[variables.size()];
        for (int i = 0; i < refused.length; i++) {
            signs[i] = running.getOrDefault(i, 0);
            boolean changes =
                    !variables.get(i).isFixed() && slots.containsKey(i) && !pinned.containsKey(i);
            refused[i] =
                    value ->
                            changes
                                    && (original.contains(value)
                                            || !pinned.isEmpty() && isLikeADay(value));
        }
        Optional<long[]> mixed = new Mixing(equations, signs, random).mixed(pinned, refused);
        return mixed.map(this::said);
    }

    /** On a paper whose figures were taken for dates, no other may be: 10.11 is 10 November. */
    private static boolean isLikeADay(long cents) {
        long one = cents / 100;
        long two = cents % 100;
        return Math.min(one, two) >= 1 && Math.min(one, two) <= 12 && Math.max(one, two) <= 31;
    }

    private Map<Slot, String> said(long[] values) {
        Map<Slot, String> said = new HashMap<>();
        slots.forEach((variable, all) -> {
            for (Slot slot : all) {
                said.put(slot, slot.amount.saying(slot.text, values[variable]));
            }
        });
        return said;
    }
}
