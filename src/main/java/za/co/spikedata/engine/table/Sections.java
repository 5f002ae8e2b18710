package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Cuts a document where the kind of its heading line changes. */
public final class Sections {
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
        return new Section(start, header, own, withSecondTables(own, shifts), headerLines);
    }

    /** A second table on a page that repeats no heading stands where its dates do. */
    private static Map<Integer, Double> withSecondTables(
            List<TokenLine> lines, Map<Integer, Double> headed) {
        var shifts = new HashMap<>(headed);
        int page = -1;
        int first = -1;
        for (TokenLine line : lines) {
            first = line.page() == page ? first : line.strip();
            page = line.page();
            if (line.strip() == first || shifts.containsKey(line.strip())) {
                continue;
            }
            OptionalDouble here = dateLeft(lines, line.strip());
            OptionalDouble there = dateLeft(lines, first);
            if (here.isPresent() && there.isPresent()) {
                double shift = here.getAsDouble() - there.getAsDouble();
                shifts.put(line.strip(), shifts.getOrDefault(first, 0.0) + shift);
            }
        }
        return shifts;
    }

    private static OptionalDouble dateLeft(List<TokenLine> lines, int strip) {
        double[] lefts =
                lines.stream()
                        .filter(line -> line.strip() == strip && !line.money().isEmpty())
                        .flatMap(line -> line.dates().stream().limit(1))
                        .mapToDouble(date -> date.box().left())
                        .sorted()
                        .toArray();
        return lefts.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(lefts[lefts.length / 2]);
    }
}
