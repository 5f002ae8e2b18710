package za.co.spikedata.admin;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.replica.Sketch;
import za.co.spikedata.errorstore.Case;
import za.co.spikedata.errorstore.Group;
import za.co.spikedata.errorstore.Replay;

/** Failures as support's pages show them. */
final class FailureViews {
    /** Enough of a fingerprint to tell groups apart at a glance. */
    private static final int SHORT = 12;

    /** How groups of reports begin; their reasons tell that they are. */
    private static final String OF_REPORTS = "reported-";

    private FailureViews() {}

    /**
     * @param name the beginning of its id
     * @param state in lower case, as texts are named
     */
    record GroupView(
            String id,
            String name,
            List<String> reasons,
            List<String> junk,
            int cases,
            int replicas,
            String first,
            String last,
            String state,
            String assigned,
            String note) {}

    /**
     * @param outcome in lower case, as texts are named
     */
    record ReplayView(String outcome, String said, String engine) {
        public boolean isWaiting() {
            return outcome.equals(lower(Replay.Outcome.WAITING));
        }
    }

    record CountView(String outcome, int cases) {}

    record CaseView(
            String id,
            String name,
            String group,
            String reason,
            String rule,
            int row,
            int page,
            String engine,
            String junk,
            String copying,
            boolean hasReplica,
            String since,
            ReplayView replay) {}

    /**
     * @param lines its words, class by class, as they stand from top to bottom
     */
    record SheetView(Sketch.Sheet sheet, List<String> lines, Map<String, Long> counts) {
        public String box() {
            return "0 0 " + sheet.width() + " " + sheet.height();
        }
    }

    static GroupView of(Group group, Map<String, String> emails) {
        return new GroupView(
                group.id(),
                shortened(group.id()),
                group.reasons(),
                group.junk(),
                group.cases(),
                group.replicas(),
                Moments.text(group.first()),
                Moments.text(group.last()),
                lower(group.state()),
                group.assigned().map(id -> emails.getOrDefault(id, id)).orElse(""),
                group.note());
    }

    private static String shortened(String group) {
        var name = group.startsWith(OF_REPORTS) ? group.substring(OF_REPORTS.length()) : group;
        return name.substring(0, Math.min(SHORT, name.length()));
    }

    static CaseView of(Case each) {
        return new CaseView(
                each.id().toString(),
                each.id().toString().substring(0, 8),
                each.group(),
                each.how().reason(),
                each.how().rule().map(Check.Rule::name).orElse(""),
                each.how().row(),
                each.how().page(),
                each.engine(),
                each.junk().orElse(""),
                each.copying(),
                each.hasReplica(),
                Moments.text(each.since()),
                of(each.replay()));
    }

    private static ReplayView of(Replay replay) {
        return new ReplayView(
                lower(replay.outcome()), replay.said().orElse(""), replay.engine().orElse(""));
    }

    /** Without those nobody asked for. */
    static List<CountView> of(Map<Replay.Outcome, Integer> counts) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey() != Replay.Outcome.NONE)
                .map(each -> new CountView(lower(each.getKey()), each.getValue()))
                .toList();
    }

    static SheetView of(Sketch.Sheet sheet) {
        var counts =
                sheet.marks().stream()
                        .collect(
                                Collectors.groupingBy(
                                        mark -> mark.token().name(),
                                        TreeMap::new,
                                        Collectors.counting()));
        return new SheetView(sheet, lines(sheet), counts);
    }

    private static List<String> lines(Sketch.Sheet sheet) {
        var marks =
                sheet.marks().stream()
                        .collect(
                                Collectors.groupingBy(
                                        mark -> line(sheet, mark),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return marks.values().stream().map(FailureViews::classes).toList();
    }

    /** The first line that holds the middle of a word; its own where none does. */
    private static Box line(Sketch.Sheet sheet, Sketch.Mark mark) {
        double middle = mark.box().top() + mark.box().height() / 2;
        return sheet.lines().stream()
                .filter(line -> line.top() <= middle && middle <= line.bottom())
                .findFirst()
                .orElse(mark.box());
    }

    private static String classes(List<Sketch.Mark> line) {
        Function<Sketch.Mark, String> told = mark -> mark.token() + "(" + mark.said() + ")";
        return line.stream()
                .sorted(Comparator.comparingDouble(mark -> mark.box().left()))
                .map(told)
                .collect(Collectors.joining(" "));
    }

    private static String lower(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
