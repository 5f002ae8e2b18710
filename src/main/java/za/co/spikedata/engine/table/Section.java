package za.co.spikedata.engine.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of lines under one kind of heading line, over any number of pages.
 *
 * @param firstLine index of its first line in the document
 * @param shifts how far a strip's columns stand right of the first strip's, in points, if at all
 * @param headerLines indexes, in {@code lines}, of repeated heading lines
 */
public record Section(
        int firstLine,
        Optional<Header> header,
        List<TokenLine> lines,
        Map<Integer, Double> shifts,
        Set<Integer> headerLines) {
    public Section {
        lines = List.copyOf(lines);
        var shifted = new HashMap<>(shifts);
        shifted.values().removeIf(shift -> shift == 0);
        shifts = Map.copyOf(shifted);
        headerLines = Set.copyOf(headerLines);
    }

    /** The section with its lines read otherwise, each in its place. */
    Section with(List<TokenLine> read) {
        return new Section(firstLine, header, read, shifts, headerLines);
    }

    /** Points to take from an x of the line to compare it with the first strip. */
    public double shift(TokenLine line) {
        return shifts.isEmpty() ? 0 : shifts.getOrDefault(line.strip(), 0.0);
    }
}
