package za.co.spikedata.engine.assembly;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Unposted;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * The lines between no statement's first row and its last. Those that look like rows may be rows
 * that were cut off, unless they stand below words that say the account has not moved yet.
 */
final class Outside {
    /** A list's own headings and its title stand above it. */
    private static final int MOST_TITLES = 2;

    private final BitSet inside = new BitSet();
    private final Set<Integer> glued = new HashSet<>();

    Outside(List<Found> statements) {
        for (Found each : statements) {
            inside.set(each.firstLine(), each.lastLine() + 1);
            glued.addAll(BegunRows.glued(each.reading()));
        }
    }

    /** Where the first of the lines that begins as rows do, and holds a figure, stands. */
    Optional<Place> first(List<TokenLine> lines, int from, int to) {
        for (int i = inside.nextClearBit(from); i < to; i = inside.nextClearBit(i + 1)) {
            TokenLine line = lines.get(i);
            if (isRow(line) && !isUnposted(lines, i, from)) {
                return Optional.of(line.place());
            }
        }
        return Optional.empty();
    }

    /** Whether a line is one of a list that, its title says, has not moved the account yet. */
    static boolean isUnposted(List<TokenLine> lines, int row, int from) {
        if (holdsAnother(lines.get(row))) {
            return false;
        }
        int titles = 0;
        for (int i = row - 1; i >= from && titles < MOST_TITLES; i--) {
            TokenLine line = lines.get(i);
            if (line.page() != lines.get(row).page()) {
                return false;
            }
            if (line.dates().isEmpty() && line.money().isEmpty()) {
                titles++;
                if (Unposted.titles(line.printed())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRow(TokenLine line) {
        for (DateToken date : line.dates()) {
            if (date.firstWord() == 0 && (!date.weak() || glued.contains(date.text().length()))) {
                return line.money().stream().anyMatch(each -> isAfter(date, each))
                        && line.name() == Name.NONE;
            }
        }
        return false;
    }

    /** Behind its figure stands a date, as where rows of two tables stand side by side. */
    private static boolean holdsAnother(TokenLine line) {
        return line.dates().stream()
                .anyMatch(date ->
                        line.money().stream()
                                .anyMatch(each ->
                                        each.strong() && each.lastWord() < date.firstWord()));
    }

    private static boolean isAfter(DateToken date, MoneyToken figure) {
        return figure.strong()
                && !figure.magnitude().isZero()
                && !figure.embedded()
                && figure.firstWord() > date.lastWord();
    }
}
