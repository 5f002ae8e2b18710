package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts a document where the kind of its heading line changes. */
public final class Sections {
    /** Dates this far apart still stand in one column. */
    private static final double SNAP_POINTS = 8;

    private static final double MOST_MOVED_POINTS = 40;

    /**
     * @param starts lines at which another paper begins
     */
    public List<Section> of(List<TokenLine> lines, Set<Integer> starts) {
        var sections = new ArrayList<Section>();
        int start = 0;
        Optional<Header> current = Optional.empty();
        Map<Integer, Double> shifts = new HashMap<>();
        Set<Integer> headerLines = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (starts.contains(i)) {
                sections.add(section(lines, start, i, current, shifts, headerLines));
                start = i;
                current = Optional.empty();
                shifts = new HashMap<>();
                headerLines = new HashSet<>();
            }
            Optional<HeadingLines> found = HeadingLines.at(lines, i);
            if (found.isEmpty()) {
                continue;
            }
            int end = found.get().end();
            Header header = found.get().header();
            if (!header.opensTable()) {
                continue;
            }
            double moved =
                    current.map(each ->
                                    header.labels().getFirst().left()
                                            - each.labels().getFirst().left())
                            .orElse(0.0);
            if (current.isEmpty() || !current.get().agrees(header, moved)) {
                if (i > start) {
                    sections.add(section(lines, start, i, current, shifts, headerLines));
                }
                start = i;
                current = Optional.of(header);
                shifts = new HashMap<>();
                headerLines = new HashSet<>();
            }
            double shift =
                    header.labels().getFirst().left() - current.get().labels().getFirst().left();
            shifts.put(lines.get(i).strip(), shift);
            for (int line = i; line <= end; line++) {
                headerLines.add(line - start);
            }
            i = end;
        }
        sections.add(section(lines, start, lines.size(), current, shifts, headerLines));
        return List.copyOf(sections);
    }

    private static Section section(
            List<TokenLine> lines,
            int start,
            int end,
            Optional<Header> header,
            Map<Integer, Double> shifts,
            Set<Integer> headerLines) {
        List<TokenLine> own = lines.subList(start, end);
        return new Section(start, header, own, withUnheaded(own, shifts), headerLines);
    }

    /**
     * A second table on a page, or a later page, that repeats no heading stands where its dates do.
     */
    private static Map<Integer, Double> withUnheaded(
            List<TokenLine> lines, Map<Integer, Double> headed) {
        if (lines.stream().allMatch(line -> headed.containsKey(line.strip()))) {
            return headed;
        }
        Map<Integer, Double> lefts = dateLefts(lines);
        var shifts = new HashMap<>(headed);
        int page = -1;
        int first = -1;
        for (TokenLine line : lines) {
            int base = line.page() == page || headed.isEmpty() ? first : lines.getFirst().strip();
            first = line.page() == page ? first : line.strip();
            page = line.page();
            int strip = line.strip();
            if (strip != base
                    && !shifts.containsKey(strip)
                    && lefts.containsKey(strip)
                    && lefts.containsKey(base)) {
                double shift = lefts.get(strip) - lefts.get(base);
                if (strip != first || isMoved(shift)) {
                    shifts.put(strip, shifts.getOrDefault(base, 0.0) + shift);
                }
            }
        }
        return shifts;
    }

    /** A page moved in the printer, and not one with a table of another kind. */
    private static boolean isMoved(double shift) {
        return Math.abs(shift) > SNAP_POINTS && Math.abs(shift) < MOST_MOVED_POINTS;
    }

    /** Where the first dates of most lines with figures start, by strip. */
    private static Map<Integer, Double> dateLefts(List<TokenLine> lines) {
        Map<Integer, List<Double>> lefts = new HashMap<>();
        for (TokenLine line : lines) {
            if (!line.money().isEmpty() && !line.dates().isEmpty()) {
                lefts.computeIfAbsent(line.strip(), _ -> new ArrayList<>())
                        .add(line.dates().getFirst().box().left());
            }
        }
        var medians = new HashMap<Integer, Double>();
        lefts.forEach((strip, all) -> {
            all.sort(null);
            medians.put(strip, all.get(all.size() / 2));
        });
        return medians;
    }
}
