package za.co.spikedata.engine.assembly;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Unposted;

/** The last two titles above each line of a page, as its lines are passed from above. */
final class Titles {
    private static final Pattern RATE =
            Pattern.compile(
                    "\\b(?:rate|rates|\\p{L}*koerse?)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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

    /**
     * Whether the headings right above the line passed last are those of a table of rates by day,
     * such as of interest: they name a rate and nothing that moves the account.
     */
    boolean sayRates(TokenLine row) {
        TokenLine title = last;
        if (title == null || title == row || !RATE.matcher(title.printed()).find()) {
            return false;
        }
        Optional<Header> header = Header.of(title);
        return header.filter(Titles::moves).isEmpty()
                && (header.filter(each -> each.has(Heading.DATE)).isPresent() || isSpanAtRate(row));
    }

    /** From one day to another at a rate. */
    private static boolean isSpanAtRate(TokenLine row) {
        return row.dates().size() == 2
                && RowLike.begins(row, row.dates().getFirst())
                && row.dates().get(1).firstWord() == row.dates().getFirst().lastWord() + 1
                && row.words().stream().anyMatch(word -> word.text().endsWith("%"));
    }

    /** Whether a title right above the line passed last says that its list is of points. */
    boolean sayPoints(TokenLine row) {
        return Stream.of(Optional.ofNullable(last), Optional.ofNullable(before))
                .flatMap(Optional::stream)
                .anyMatch(title -> title != row && Points.titles(title.printed(), row));
    }

    /** Whether some heading is of what moves an account. */
    static boolean moves(Header header) {
        return header.has(Heading.AMOUNT)
                || header.has(Heading.DEBIT)
                || header.has(Heading.CREDIT)
                || header.has(Heading.FIGURE);
    }

    private static boolean sayUnposted(@Nullable TokenLine title, TokenLine row) {
        return title != null
                && title != row
                && Unposted.titles(title.printed())
                && !Addressee.isName(title.printed());
    }

    /** Behind its figure stands a date, as where rows of two tables stand side by side. */
    private static boolean holdsAnother(TokenLine line) {
        int date = line.dates().stream().mapToInt(each -> each.firstWord()).max().orElse(-1);
        return line.money().stream()
                .filter(MoneyToken::strong)
                .anyMatch(each -> each.lastWord() < date);
    }
}
