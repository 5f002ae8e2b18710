package za.co.spikedata.engine.assembly;

import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * Finds where one file goes on with another account: its number stands above a table's headings.
 */
final class AccountStarts {
    /** A number printed in part is the same where it ends alike. */
    private static final int SHORTEST_END = 4;

    /** What a line right behind an account's rows says of them. */
    private static final Set<Name> ENDS = EnumSet.of(Name.CLOSING, Name.CARRIED, Name.TOTAL);

    private final NavigableSet<Integer> starts = new TreeSet<>();
    private Optional<String> current = Optional.empty();
    private Optional<String> named = Optional.empty();
    private int start;
    private boolean isBehindRows;
    private int page;

    private AccountStarts() {}

    /** Index of the first line of each account but the first. */
    static NavigableSet<Integer> of(List<TokenLine> lines) {
        var found = new AccountStarts();
        for (int i = 0; i < lines.size(); i++) {
            found.take(lines.get(i), i);
        }
        return found.starts;
    }

    private void take(TokenLine line, int index) {
        if (page != line.page()) {
            page = line.page();
            named = Optional.empty();
            start = index;
            isBehindRows = false;
        }
        isBehindRows = line.isRow() || isBehindRows && ENDS.contains(line.name());
        if (isBehindRows) {
            named = Optional.empty();
            start = index + 1;
            return;
        }
        if (named.isEmpty()) {
            named = About.accountIn(line);
        }
        if (named.isPresent() && Header.of(line).filter(Header::opensTable).isPresent()) {
            if (current.isPresent() && isOther(current.get(), named.get())) {
                starts.add(start);
            }
            current = named;
        }
    }

    /** Two numbers that are surely not of one account, even where a part of them is hidden. */
    static boolean isOther(String one, String two) {
        String first = digits(one);
        String second = digits(two);
        int end = Math.min(Math.min(first.length(), second.length()), SHORTEST_END);
        boolean partly = one.matches(".*[X*•].*") || two.matches(".*[X*•].*");
        return partly
                ? !first.substring(first.length() - end)
                        .equals(second.substring(second.length() - end))
                : !first.equals(second);
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
