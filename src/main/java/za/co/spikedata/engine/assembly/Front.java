package za.co.spikedata.engine.assembly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.reading.Preface;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * The lines above the first row of a file, which may speak for all its accounts. What they say is
 * read once, however many ask.
 */
final class Front {
    private final List<TokenLine> lines;
    private final Preface preface;
    private final Map<Calendar, Details> details = new HashMap<>();
    private @Nullable About about;
    private @Nullable String unspaced;

    Front(List<TokenLine> lines) {
        this.lines = lines;
        this.preface = new Preface(lines);
    }

    List<TokenLine> lines() {
        return lines;
    }

    Calendar calendar(List<TokenLine> below, List<DateToken> booked) {
        return Calendar.of(preface, below, booked);
    }

    /** Whether lines begin where the file does, so that the front says no more than they. */
    boolean begins(List<TokenLine> others) {
        return lines.isEmpty() || !others.isEmpty() && others.getFirst() == lines.getFirst();
    }

    boolean endsOn(int page) {
        return !lines.isEmpty() && lines.getLast().page() == page;
    }

    /** Whether the lines print an account's number, with or without blanks. */
    boolean lists(String account) {
        if (unspaced == null) {
            unspaced =
                    lines.stream()
                            .map(line -> About.unspaced(line.printed()))
                            .collect(Collectors.joining("\n"));
        }
        String number = About.unspaced(account);
        return number.length() > About.SHORTEST_ACCOUNT && unspaced.contains(number);
    }

    About about() {
        if (about == null) {
            about = About.of(lines, lines);
        }
        return about;
    }

    Details details(Calendar calendar) {
        return details.computeIfAbsent(calendar.ofWholeDays(), each -> Details.of(lines, each));
    }
}
