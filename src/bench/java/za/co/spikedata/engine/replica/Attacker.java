package za.co.spikedata.engine.replica;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Somebody who holds a replica and papers of its very form, each with its content, and asks which
 * one it was made of. Each clue measures how alike a paper and the replica are in one respect.
 */
enum Attacker {
    DIGITS_IN_PLACE((one, two) -> alike(one.figures(), two.figures())),
    SIZES_OF_FIGURES((one, two) -> correlation(one.sizes(), two.sizes())),
    CHANGES_OF_FIGURES((one, two) -> correlation(changes(one.sizes()), changes(two.sizes()))),
    TOTAL_OF_FIGURES((one, two) -> -Math.abs(total(one.sizes()) - total(two.sizes()))),
    LETTERS_IN_PLACE((one, two) -> alike(one.words(), two.words())),
    /** A copy repeats nothing of its original, so a paper that shares a token with it is none. */
    TOKENS_IN_COMMON((one, two) -> -(double) common(one.tokens(), two.tokens())),
    LENGTHS_OF_WORDS((one, two) -> alike(lengths(one), lengths(two))),
    DAYS_OF_THE_WEEK((one, two) ->
            pairs(one, two, (day, other) -> day.getDayOfWeek() == other.getDayOfWeek())),
    DAYS_OF_THE_MONTH((one, two) ->
            pairs(one, two, (day, other) -> day.getDayOfMonth() == other.getDayOfMonth())),
    MONTHS((one, two) -> pairs(one, two, (day, other) -> day.getMonth() == other.getMonth())),
    GAPS_OF_DAYS((one, two) -> correlation(gaps(one.days()), gaps(two.days()))),
    NEARNESS_OF_DAYS((one, two) ->
            one.days().isEmpty() || two.days().isEmpty()
                    ? 0
                    : -Math.abs(
                            one.days().getFirst().toEpochDay()
                                    - two.days().getFirst().toEpochDay()));

    /** What a paper says, in the order it is printed. */
    record Content(
            String figures,
            List<Double> sizes,
            String words,
            List<LocalDate> days,
            Set<String> tokens) {
        static Content of(List<TokenLine> lines, ReadResult read, Set<String> tokens) {
            var figures = new StringBuilder();
            var sizes = new ArrayList<Double>();
            var words = new StringBuilder();
            var days = new ArrayList<LocalDate>();
            for (TokenLine line : lines) {
                for (MoneyToken token : line.money()) {
                    if (token.strong() && !token.magnitude().isZero()) {
                        figures.append(token.text()).append(' ');
                        sizes.add(Math.log(token.magnitude().cents()));
                    }
                }
                line.words().stream()
                        .map(Word::text)
                        .filter(text -> text.chars().noneMatch(Character::isDigit))
                        .forEach(text -> words.append(text).append(' '));
            }
            if (read instanceof ReadResult.Read found) {
                found.statements()
                        .forEach(statement ->
                                statement.transactions().stream()
                                        .map(Transaction::date)
                                        .forEach(days::add));
            }
            return new Content(figures.toString(), sizes, words.toString(), days, tokens);
        }
    }

    private interface Days {
        boolean alike(LocalDate one, LocalDate two);
    }

    private final ToDoubleBiFunction<Content, Content> clue;

    Attacker(ToDoubleBiFunction<Content, Content> clue) {
        this.clue = clue;
    }

    /** The more, the more alike. */
    double clue(Content paper, Content replica) {
        return clue.applyAsDouble(paper, replica);
    }

    private static double alike(String one, String two) {
        int same = 0;
        for (int i = 0; i < Math.min(one.length(), two.length()); i++) {
            same += one.charAt(i) == two.charAt(i) ? 1 : 0;
        }
        return same;
    }

    private static long common(Set<String> one, Set<String> two) {
        return one.stream().filter(two::contains).count();
    }

    private static String lengths(Content content) {
        return content.words().replaceAll("\\S", "x");
    }

    private static double pairs(Content one, Content two, Days days) {
        int same = 0;
        for (int i = 0; i < Math.min(one.days().size(), two.days().size()); i++) {
            same += days.alike(one.days().get(i), two.days().get(i)) ? 1 : 0;
        }
        return same;
    }

    /** Days between each row's day and the next's. */
    private static List<Double> gaps(List<LocalDate> days) {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add((double) (days.get(i).toEpochDay() - days.get(i - 1).toEpochDay()));
        }
        return gaps;
    }

    private static List<Double> changes(List<Double> sizes) {
        var changes = new ArrayList<Double>();
        for (int i = 2; i < sizes.size(); i++) {
            changes.add(sizes.get(i) - sizes.get(i - 2));
        }
        return changes;
    }

    private static double total(List<Double> sizes) {
        return sizes.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double correlation(List<Double> one, List<Double> two) {
        int count = Math.min(one.size(), two.size());
        double meanOne = total(one.subList(0, count)) / Math.max(1, count);
        double meanTwo = total(two.subList(0, count)) / Math.max(1, count);
        double both = 0;
        double first = 1e-12;
        double second = 1e-12;
        for (int i = 0; i < count; i++) {
            both += (one.get(i) - meanOne) * (two.get(i) - meanTwo);
            first += Math.pow(one.get(i) - meanOne, 2);
            second += Math.pow(two.get(i) - meanTwo, 2);
        }
        return both / Math.sqrt(first * second);
    }
}
