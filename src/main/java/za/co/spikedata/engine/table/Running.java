package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.Columns.Placed;

/** Tells figures that are balances of the rows beside them by the equations they stand in. */
final class Running {
    private static final int MOST_OTHERS = 6;

    /**
     * A chance that holds for most of so many is none; each is tried with every choice of signs.
     */
    private static final int MOST_MOVES = 100;

    /** Figures of one column in the order of lines, and sums of the others between them. */
    private final List<Money> moves = new ArrayList<>();

    private final List<List<Money>> sums = new ArrayList<>();

    /** Each column's figures summed by line. */
    private Running(
            NavigableMap<Integer, Money> balances,
            List<NavigableMap<Integer, Money>> others,
            boolean newestFirst) {
        List<Map.Entry<Integer, Money>> lines =
                balances.entrySet().stream().limit(MOST_MOVES + 1L).toList();
        for (int i = 1; i < lines.size(); i++) {
            int from = lines.get(i - 1).getKey();
            int to = lines.get(i).getKey();
            Money moved = lines.get(i).getValue().minus(lines.get(i - 1).getValue());
            moves.add(newestFirst ? moved.negated() : moved);
            sums.add(
                    others.stream()
                            .map(other -> other.subMap(from, newestFirst, to, !newestFirst))
                            .map(between ->
                                    between.values().stream().reduce(Money.ZERO, Money::plus))
                            .toList());
        }
    }

    /** Most of the column's figures follow from those before them over what the others say. */
    static boolean holds(Column column, List<Column> columns, List<Placed> placed) {
        NavigableMap<Integer, Money> balances = byLine(column, placed, (_, last) -> last);
        List<NavigableMap<Integer, Money>> others =
                columns.stream()
                        .filter(each -> each != column)
                        .sorted(Comparator.comparingInt(Column::support).reversed())
                        .limit(MOST_OTHERS)
                        .map(each -> byLine(each, placed, Money::plus))
                        .toList();
        return new Running(balances, others, false).isFollowed(new int[others.size()], 0)
                || new Running(balances, others, true).isFollowed(new int[others.size()], 0);
    }

    private static NavigableMap<Integer, Money> byLine(
            Column column, List<Placed> placed, BinaryOperator<Money> together) {
        var figures = new TreeMap<Integer, Money>();
        for (Placed each : placed) {
            if (each.left() >= column.left() && each.right() <= column.maxRight()) {
                figures.merge(each.line(), signed(each.token()), together);
            }
        }
        return figures;
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
        for (int i = 0; i < moves.size() && mayHold(held + moves.size() - i); i++) {
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
        return mayHold(held);
    }

    private boolean mayHold(int most) {
        return most * 2 > moves.size();
    }

    private static Money signed(MoneyToken token) {
        return token.mark() == MoneyToken.Mark.DEBIT ? token.magnitude().negated() : token.signed();
    }
}
