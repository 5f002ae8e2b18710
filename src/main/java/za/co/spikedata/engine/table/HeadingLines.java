package za.co.spikedata.engine.table;

import java.util.List;
import java.util.Optional;

/**
 * Headings that stand on one line or on several close below each other.
 *
 * @param end index of the last line
 */
record HeadingLines(Header header, int end) {
    /** A heading's second line follows within this many line heights. */
    private static final double HEADING_PITCH = 2.0;

    /** The headings that begin at a line, if it is made of headings. */
    static Optional<HeadingLines> at(List<TokenLine> lines, int start) {
        Optional<Header> found = Header.of(lines.get(start));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int end = start;
        Header header = found.get();
        while (end + 1 < lines.size() && follows(lines.get(end), lines.get(end + 1))) {
            Optional<Header> next = Header.of(lines.get(end + 1));
            if (next.isEmpty() || next.get().opensTable() && !header.opensTable()) {
                break;
            }
            header = header.with(next.get());
            end++;
        }
        return Optional.of(new HeadingLines(header, end));
    }

    private static boolean follows(TokenLine above, TokenLine below) {
        double pitch = below.box().top() - above.box().top();
        return above.strip() == below.strip()
                && pitch >= 0
                && pitch <= HEADING_PITCH * above.box().height();
    }
}
