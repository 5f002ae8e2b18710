package za.co.spikedata.bench.paper;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Every choice a bank makes about its paper.
 *
 * @param thousands between groups of three digits, {@code decimal} before the cents
 * @param currency printed before each figure, such as {@code R }; may be empty
 * @param filler printed in an empty cell
 * @param notes charges in brackets stand on lines of their own
 * @param unposted purchases that are not booked yet stand after the table
 * @param prelude a list of dated amounts stands before the table
 * @param entries a column of numbers stands before the date
 * @param silent some rows have no text
 * @param left figures start at the left edge of their column
 * @param footers each page ends with figures that belong to no row
 * @param foreign some texts hold an amount of another currency
 * @param times the time of day follows the date
 * @param references a column of long numbers stands between text and figures
 * @param wordy text runs close to the figures
 * @param zeroMemos some rows print a balance of zero and move nothing
 * @param size of the letters, {@code pitch} from one line to the next, in points
 */
record Conventions(
        Dates dates,
        String thousands,
        String decimal,
        Sign sign,
        Sign balanceSign,
        String currency,
        Amounts amounts,
        Fee fee,
        Balance balance,
        Ends ends,
        boolean newestFirst,
        boolean dateOnceADay,
        ValueDate valueDate,
        Wrap wrap,
        boolean dateInText,
        String filler,
        Language language,
        boolean headings,
        boolean dateLast,
        Edges edges,
        boolean memos,
        boolean totals,
        boolean decoys,
        Page page,
        Face face,
        double size,
        double pitch,
        int rows,
        boolean notes,
        boolean unposted,
        boolean prelude,
        boolean entries,
        boolean silent,
        boolean zeroMemos,
        boolean left,
        boolean footers,
        boolean foreign,
        boolean times,
        boolean references,
        boolean wordy) {
    /** How a day is printed. */
    enum Dates {
        ISO,
        SLASHED,
        DASHED,
        DOTTED,
        SLASHED_YEAR_FIRST,
        SHORT_YEAR,
        NAMED,
        NAMED_SHORT_YEAR,
        NAMED_NO_YEAR,
        NUMBERS_NO_YEAR,
        GLUED_NAMED,
        DIGITS,
        SHORT_DIGITS,
        MONTH_NAME_FIRST,
        US
    }

    /** How a figure says that it is negative. */
    enum Sign {
        LEADING,
        LEADING_BLANK,
        TRAILING,
        TRAILING_BLANK,
        PARENTHESES,
        CR_DR,
        CR_DR_GLUED,
        CR_ONLY,
        KT_ONLY,
        TRUE_MINUS,
        SOFT_HYPHEN,
        PLUS_MINUS
    }

    /** How money in and money out are told apart. */
    enum Amounts {
        ONE_COLUMN,
        OUT_IN,
        IN_OUT,
        OUT_NEGATIVE_IN,
        SIDE_WORD
    }

    /** What a fee column does. */
    enum Fee {
        NONE,
        MOVES,
        MEMO
    }

    /** Where a balance stands. */
    enum Balance {
        EVERY_ROW,
        END_OF_DAY,
        NONE
    }

    /** Where opening and closing stand. */
    enum Ends {
        ROWS,
        SUMMARY,
        BOTH,
        NONE
    }

    /** Where a second date stands. */
    enum ValueDate {
        NONE,
        NEXT,
        AFTER_TEXT
    }

    /** Where a description goes on. */
    enum Wrap {
        NONE,
        BELOW,
        ABOVE,
        TWO_BELOW
    }

    /** What a page repeats. */
    enum Edges {
        PLAIN,
        HEADINGS,
        CARRIED
    }

    /** How the page lies. */
    enum Page {
        UPRIGHT,
        ROTATED,
        UPSIDE_DOWN,
        IN_FORM,
        LETTERS,
        SHIFTED,
        SCALED,
        TWO_TABLES
    }

    /** The letters. */
    enum Face {
        HELVETICA,
        TIMES,
        COURIER,
        EMBEDDED
    }

    /** What a paper may change and still say the same. */
    Look look() {
        return new Look(
                page,
                amounts,
                sign,
                balanceSign,
                filler,
                language,
                face,
                dates,
                newestFirst,
                ends,
                edges);
    }

    Conventions in(Look look) {
        return new Conventions(
                look.dates(),
                thousands,
                decimal,
                look.sign(),
                look.balanceSign(),
                currency,
                look.amounts(),
                fee,
                balance,
                look.ends(),
                look.newestFirst(),
                dateOnceADay,
                valueDate,
                wrap,
                dateInText,
                look.filler(),
                look.language(),
                headings,
                dateLast,
                look.edges(),
                memos,
                totals,
                decoys,
                look.page(),
                look.face(),
                size,
                pitch,
                rows,
                notes,
                unposted,
                prelude,
                entries,
                silent,
                zeroMemos,
                left,
                footers,
                foreign,
                times,
                references,
                wordy);
    }

    static Conventions random(RandomGenerator random) {
        Dates dates = pick(random, Dates.values());
        String decimal = random.nextInt(4) == 0 ? "," : ".";
        String thousands =
                pick(
                        random,
                        decimal.equals(",")
                                ? List.of(".", " ", "")
                                : List.of(",", " ", "", "'", ","));
        Sign sign = pick(random, Sign.values());
        Amounts amounts =
                random.nextInt(2) == 0 ? Amounts.ONE_COLUMN : pick(random, Amounts.values());
        boolean plainAmounts =
                amounts == Amounts.OUT_IN
                        || amounts == Amounts.IN_OUT
                        || amounts == Amounts.SIDE_WORD;
        Sign amountSign = plainAmounts ? Sign.LEADING : sign;
        Sign balanceSign =
                amounts == Amounts.ONE_COLUMN
                        ? sign == Sign.PLUS_MINUS ? Sign.LEADING : sign
                        : pick(
                                random,
                                List.of(
                                        Sign.LEADING,
                                        Sign.TRAILING,
                                        Sign.CR_DR,
                                        Sign.PARENTHESES,
                                        Sign.LEADING));
        if (amounts == Amounts.OUT_NEGATIVE_IN) {
            amountSign =
                    pick(
                            random,
                            List.of(
                                    Sign.LEADING,
                                    Sign.TRAILING,
                                    Sign.LEADING_BLANK,
                                    Sign.PARENTHESES));
        }
        Balance balance =
                random.nextInt(10) < 7
                        ? Balance.EVERY_ROW
                        : random.nextInt(5) < 3 ? Balance.END_OF_DAY : Balance.NONE;
        Ends ends = pick(random, Ends.values());
        boolean bounded = ends != Ends.NONE;
        if (balance != Balance.EVERY_ROW && !bounded) {
            ends = Ends.BOTH;
        }
        boolean newestFirst = balance == Balance.EVERY_ROW && random.nextInt(5) == 0;
        if (newestFirst && (ends == Ends.ROWS || ends == Ends.BOTH)) {
            ends = Ends.SUMMARY;
        }
        boolean columns = amounts == Amounts.OUT_IN || amounts == Amounts.IN_OUT;
        Fee fee =
                balance == Balance.EVERY_ROW && random.nextInt(4) == 0
                        ? pick(random, List.of(Fee.MOVES, Fee.MEMO))
                        : Fee.NONE;
        Page page = random.nextInt(2) == 0 ? Page.UPRIGHT : pick(random, Page.values());
        boolean wide = fee != Fee.NONE || amounts != Amounts.ONE_COLUMN || balance == Balance.NONE;
        ValueDate valueDate =
                random.nextInt(4) == 0 ? pick(random, ValueDate.values()) : ValueDate.NONE;
        boolean onceADay = !newestFirst && random.nextInt(6) == 0 && valueDate == ValueDate.NONE;
        boolean dateLast =
                !onceADay
                        && page != Page.TWO_TABLES
                        && random.nextInt(10) == 0
                        && valueDate == ValueDate.NONE;
        if (page == Page.TWO_TABLES && (wide || valueDate != ValueDate.NONE)) {
            page = Page.UPRIGHT;
        }
        Language language =
                random.nextInt(3) == 0 ? pick(random, Language.values()) : Language.ENGLISH;
        String filler =
                columns && random.nextInt(3) == 0
                        ? pick(random, List.of("0" + decimal + "00", "-"))
                        : "";
        Face face =
                language.needsEmbedding() || sign == Sign.TRUE_MINUS
                        ? Face.EMBEDDED
                        : pick(random, Face.values());
        boolean every = balance == Balance.EVERY_ROW;
        return new Conventions(
                dates,
                thousands,
                decimal,
                amountSign,
                balanceSign,
                pick(random, List.of("", "", "", "", "R", "R ", "$", "ZAR ")),
                amounts,
                fee,
                balance,
                ends,
                newestFirst,
                onceADay,
                valueDate,
                random.nextInt(2) == 0 ? Wrap.NONE : pick(random, Wrap.values()),
                random.nextInt(4) == 0,
                filler,
                language,
                random.nextInt(8) > 0,
                dateLast,
                newestFirst ? Edges.HEADINGS : pick(random, Edges.values()),
                balance == Balance.EVERY_ROW && random.nextInt(6) == 0,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                page,
                face,
                6.5 + random.nextInt(6) * 0.5,
                1.3 + random.nextInt(6) * 0.1,
                50 + random.nextInt(random.nextInt(4) == 0 ? 350 : 60),
                every && random.nextInt(12) == 0,
                every && random.nextInt(8) == 0,
                random.nextInt(8) == 0,
                !onceADay && page != Page.TWO_TABLES && random.nextInt(8) == 0,
                every && random.nextInt(10) == 0,
                every && !newestFirst && random.nextInt(10) == 0,
                page != Page.TWO_TABLES && random.nextInt(8) == 0,
                random.nextInt(4) == 0,
                random.nextInt(6) == 0,
                !dates.name().contains("DIGITS") && !dateLast && random.nextInt(12) == 0,
                page != Page.TWO_TABLES && random.nextInt(6) == 0,
                random.nextInt(6) == 0);
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> T pick(RandomGenerator random, T[] from) {
        return from[random.nextInt(from.length)];
    }
}
