package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.Columns.Placed;

/** Tells figures that are balances of the rows beside them by the equations they stand in. */
final class Running {
    private static final int MOST_OTHERS = 6;

    /** Figures of one column in the order of lines, and sums of the others between them. */
    private final List<Money> moves = new ArrayList<>();

    private final List<List<Money>> sums = new ArrayList<>();

    private Running(Column column, List<Column> others, List<Placed> placed, boolean newestFirst) {
        Map<Integer, Money> balances = new TreeMap<>();
        in(column, placed).forEach(each -> balances.put(each.line(), signed(each.token())));
        List<Map.Entry<Integer, Money>> lines = List.copyOf(balances.entrySet());
        for (int i = 1; i < lines.size(); i++) {
            int from = lines.get(i - 1).getKey();
            int to = lines.get(i).getKey();
            Money moved = lines.get(i).getValue().minus(lines.get(i - 1).getValue());
            moves.add(newestFirst ? moved.negated() : moved);
            sums.add(
                    others.stream()
                            .map(other ->
                                    in(other, placed)
                                            .filter(each ->
                                                    newestFirst
                                                            ? from <= each.line()
                                                                    && each.line() < to
                                                            : from < each.line()
                                                                    && each.line() <= to)
                                            .map(each -> signed(each.token()))
                                            .reduce(Money.ZERO, Money::plus))
                            .toList());
        }
    }

    /** Most of the column's figures follow from those before them over what the others say. */
    static boolean holds(Column column, List<Column> columns, List<Placed> placed) {
        List<Column> others =
                columns.stream()
                        .filter(each -> each != column)
                        .sorted(Comparator.comparingInt(Column::support).reversed())
                        .limit(MOST_OTHERS)
                        .toList();
        return new Running(column, others, placed, false).isFollowed(new int[others.size()], 0)
                || new Running(column, others, placed, true).isFollowed(new int[others.size()], 0);
    }

    /** With some way in which each of the other columns moves the balance, or does not. */
    private boolean isFollowed(int[] signs, int from) {
        if (from == signs.length) {
            return follows(signs);
        }
        for (int sign = -1; sign <= 1; sign++) {
            signs[from] = sign;
            if (isFollowed(signs, from + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean follows(int[] signs) {
        int held = 0;
        for (int i = 0; i < moves.size(); i++) {
            Money sum = Money.ZERO;
            for (int column = 0; column < signs.length; column++) {
                Money each = sums.get(i).get(column);
                sum =
                        signs[column] == 0
                                ? sum
                                : sum.plus(signs[column] < 0 ? each.negated() : each);
            }
            held += !sum.isZero() && sum.equals(moves.get(i)) ? 1 : 0;
        }
        return held * 2 > moves.size();
    }

    private static Stream<Placed> in(Column column, List<Placed> placed) {
        return placed.stream()
                .filter(each -> each.left() >= column.left() && each.right() <= column.maxRight());
    }

    private static Money signed(MoneyToken token) {
        return token.mark() == MoneyToken.Mark.DEBIT ? token.magnitude().negated() : token.signed();
    }
}
