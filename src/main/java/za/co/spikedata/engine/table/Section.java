package za.co.spikedata.engine.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of lines under one kind of heading line, over any number of pages.
 *
 * @param firstLine index of its first line in the document
 * @param shifts how far each strip's columns stand right of the first strip's, in points
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
        shifts = Map.copyOf(shifts);
        headerLines = Set.copyOf(headerLines);
    }

    /** Points to take from an x of the line to compare it with the first strip. */
    public double shift(TokenLine line) {
        return shifts.getOrDefault(line.strip(), 0.0);
    }
}
