package za.co.spikedata.engine.assembly;

import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Unposted;

/** The last two titles above each line of a page, as its lines are passed from above. */
final class Titles {
    private @Nullable TokenLine last;
    private @Nullable TokenLine before;

    /** Must be given every line, and asked of a line before the next one is passed. */
    void pass(TokenLine line) {
        if (last != null && last.page() != line.page()) {
            last = null;
            before = null;
        }
        if (line.dates().isEmpty() && line.money().isEmpty()) {
            before = last;
            last = line;
        }
    }

    /**
     * Whether the line passed last is one of a list that, its headings or its title above them say,
     * has not moved the account yet.
     */
    boolean sayUnposted(TokenLine row) {
        return !holdsAnother(row) && (sayUnposted(last, row) || sayUnposted(before, row));
    }

    private static boolean sayUnposted(@Nullable TokenLine title, TokenLine row) {
        return title != null && title != row && Unposted.titles(title.printed());
    }

    /** Behind its figure stands a date, as where rows of two tables stand side by side. */
    private static boolean holdsAnother(TokenLine line) {
        int date = line.dates().stream().mapToInt(each -> each.firstWord()).max().orElse(-1);
        return line.money().stream()
                .filter(MoneyToken::strong)
                .anyMatch(each -> each.lastWord() < date);
    }
}
