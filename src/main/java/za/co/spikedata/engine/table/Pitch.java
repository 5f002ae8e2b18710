package za.co.spikedata.engine.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far below one line the next mostly stands.
 *
 * @param points from top to top; the median
 */
record Pitch(double points) {
    private static final double WIDER = 1.2;

    static Pitch of(List<TokenLine> lines) {
        double[] gaps =
                IntStream.range(1, lines.size())
                        .filter(i -> isBelow(lines.get(i - 1), lines.get(i)))
                        .mapToDouble(i -> gap(lines.get(i - 1), lines.get(i)))
                        .sorted()
                        .toArray();
        return new Pitch(gaps.length == 0 ? 0 : gaps[gaps.length / 2]);
    }

    /** More than a line's usual distance parts the two, which stand on one page. */
    boolean isWider(TokenLine above, TokenLine below) {
        return isBelow(above, below) && gap(above, below) > WIDER * points;
    }

    private static boolean isBelow(TokenLine above, TokenLine below) {
        return above.page() == below.page() && gap(above, below) > 0;
    }

    private static double gap(TokenLine above, TokenLine below) {
        return below.box().top() - above.box().top();
    }
}
