package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.layout.Word;

/**
 * Unfolds tables whose headings stand side by side several times, such as lists of cheques or of
 * daily balances: the first group's lines, then the next one's, each a strip of its own.
 */
final class SideBySide {
    private final List<TokenLine> unfolded = new ArrayList<>();
    private final MoneyLexer figures;
    private int strip;

    /**
     * @param strip the first number that no strip bears yet
     */
    SideBySide(int strip, MoneyLexer figures) {
        this.figures = figures;
        this.strip = strip;
    }

    List<TokenLine> of(List<TokenLine> lines) {
        int at = 0;
        while (at < lines.size()) {
            at = take(lines, at);
        }
        return List.copyOf(unfolded);
    }

    /** Takes one line, or headings with the rows below them; gives the index of the next line. */
    private int take(List<TokenLine> lines, int at) {
        Optional<HeadingLines> headings =
                saysTwice(lines, at) ? HeadingLines.at(lines, at) : Optional.empty();
        List<Double> starts =
                headings.map(HeadingLines::header).map(Header::repeats).orElse(List.of());
        if (starts.isEmpty()) {
            unfolded.add(lines.get(at));
            return at + 1;
        }
        return unfold(lines, at, headings.get().end(), starts);
    }

    /** Some word stands twice on the line, as repeated headings do; quick and often no. */
    private static boolean saysTwice(List<TokenLine> lines, int at) {
        if (lines.get(at).hasStrongMoney()) {
            return false;
        }
        var seen = new HashSet<String>();
        for (Word word : lines.get(at).words()) {
            if (!seen.add(word.text())) {
                return true;
            }
        }
        return false;
    }

    /** Unfolds the headings and the rows below them; gives the index of the first line after. */
    private int unfold(List<TokenLine> lines, int start, int lastHeading, List<Double> starts) {
        List<List<TokenLine>> groups = new ArrayList<>();
        for (int i = 0; i <= starts.size(); i++) {
            groups.add(new ArrayList<>());
        }
        int own = lines.get(start).strip();
        int at = start;
        while (at < lines.size() && lines.get(at).strip() == own) {
            List<TokenLine> parts = cut(lines.get(at), starts);
            if (at > lastHeading && !areRows(parts)) {
                break;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).words().isEmpty()) {
                    groups.get(i).add(parts.get(i));
                }
            }
            at++;
        }
        groups.forEach(unfolded::addAll);
        strip += starts.size();
        return at;
    }

    private List<TokenLine> cut(TokenLine line, List<Double> starts) {
        List<List<Word>> words = new ArrayList<>();
        for (int i = 0; i <= starts.size(); i++) {
            words.add(new ArrayList<>());
        }
        for (Word word : line.words()) {
            int group = 0;
            while (group < starts.size() && word.box().left() >= starts.get(group)) {
                group++;
            }
            words.get(group).add(word);
        }
        var parts = new ArrayList<TokenLine>();
        for (int i = 0; i < words.size(); i++) {
            int own = i == 0 ? line.strip() : strip + i - 1;
            parts.add(TokenLine.of(line.page(), own, words.get(i), figures));
        }
        return parts;
    }

    /** Each part with words is a row, or all words stand in one part below its rows. */
    private static boolean areRows(List<TokenLine> parts) {
        long filled = parts.stream().filter(part -> !part.words().isEmpty()).count();
        boolean rows =
                parts.stream()
                        .filter(part -> !part.words().isEmpty())
                        .allMatch(part -> !part.dates().isEmpty() && !part.money().isEmpty());
        return rows
                || filled == 1
                        && parts.getFirst().words().isEmpty()
                        && parts.stream().anyMatch(TokenLine::hasStrongMoney);
    }
}
