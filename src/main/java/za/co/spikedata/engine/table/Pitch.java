package za.co.spikedata.engine.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far below one line the next stands, in points from top to top.
 *
 * @param usual the median
 * @param texts the most of a text between two rows, but for titles of what is not posted
 */
record Pitch(double usual, double texts) {
    private static final double WIDER = 1.2;

    static Pitch of(Section section) {
        List<TokenLine> lines = section.lines();
        double[] gaps =
                IntStream.range(1, lines.size())
                        .filter(i -> isBelow(lines.get(i - 1), lines.get(i)))
                        .mapToDouble(i -> gap(lines.get(i - 1), lines.get(i)))
                        .sorted()
                        .toArray();
        return new Pitch(gaps.length == 0 ? 0 : gaps[gaps.length / 2], texts(section));
    }

    private static double texts(Section section) {
        List<TokenLine> lines = section.lines();
        return IntStream.range(1, lines.size())
                .filter(i -> lines.get(i - 1).hasStrongMoney())
                .filter(i -> isBelow(lines.get(i - 1), lines.get(i)) && isAboveRow(section, i))
                .filter(i -> !Unposted.titles(lines.get(i).printed()))
                .mapToDouble(i -> gap(lines.get(i - 1), lines.get(i)))
                .max()
                .orElse(0);
    }

    /** Text, with nothing but text between it and the row it stands above on its page. */
    private static boolean isAboveRow(Section section, int text) {
        List<TokenLine> lines = section.lines();
        int next = text;
        while (next < lines.size()
                && !lines.get(next).hasStrongMoney()
                && !section.headerLines().contains(next)) {
            next++;
        }
        return next > text
                && next < lines.size()
                && lines.get(next).hasStrongMoney()
                && lines.get(next).page() == lines.get(text).page();
    }

    /** More than the distance of other lines parts the two, which stand on one page. */
    boolean isWider(TokenLine above, TokenLine below) {
        return isBelow(above, below) && gap(above, below) > WIDER * Math.max(usual, texts);
    }

    private static boolean isBelow(TokenLine above, TokenLine below) {
        return above.page() == below.page() && gap(above, below) > 0;
    }

    private static double gap(TokenLine above, TokenLine below) {
        return below.box().top() - above.box().top();
    }
}
