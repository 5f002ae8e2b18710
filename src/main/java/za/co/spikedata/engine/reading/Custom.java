package za.co.spikedata.engine.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * The order of day and month where a paper comes from, by its words and its currency. Rows tell of
 * whom they pay, and so are not asked.
 */
enum Custom {
    /** Of the United States. */
    MONTH_FIRST,
    /** Of South Africa. */
    DAY_FIRST,
    /** Of nearly everywhere else. */
    MOSTLY_DAY_FIRST,
    /** Countries of both customs count in dollars, or the paper names both. */
    EITHER;

    private static final Set<String> AMERICAN = Set.of("fdic", "ncua", "routing");
    private static final Set<String> SOUTH_AFRICAN =
            Set.of("zar", "rand", "btw", "bpk", "pty", "ncrcp");
    private static final List<String> SOUTH_AFRICA = List.of("southafrica", "suidafrika");

    /** An amount with cents, for a reference may begin with the letter as well. */
    private static final Pattern RAND =
            Pattern.compile("(?<![\\p{L}\\d])R ?[-+]?\\d{1,3}(?:[ ,.]?\\d{3})*[.,]\\d{2}(?!\\d)");

    private static final Pattern DOLLAR = Pattern.compile("[-(+]?(?:US)?\\$.*");

    /**
     * What lines say of it.
     *
     * @param southAfrican how many lines around the rows do
     * @param american as many
     * @param dollars any counts in them; not asked where lines name a country
     * @param dollarRows how many of the rows do; one may be of a purchase abroad
     */
    record Signs(long southAfrican, long american, boolean dollars, long rows, long dollarRows) {
        static Signs of(List<TokenLine> lines) {
            List<TokenLine> told = lines.stream().filter(line -> !line.isRow()).toList();
            long southAfrican = told.stream().filter(Custom::isSouthAfrican).count();
            long american = told.stream().filter(Custom::isAmerican).count();
            if (southAfrican + american > 0) {
                return new Signs(southAfrican, american, false, 0, 0);
            }
            boolean dollars =
                    lines.stream().anyMatch(line -> prints(line, DOLLAR.asMatchPredicate()))
                            || told.stream().anyMatch(Custom::saysDollars);
            List<TokenLine> rows = lines.stream().filter(TokenLine::isRow).toList();
            long dollarRows = rows.stream().filter(Custom::saysDollars).count();
            return new Signs(0, 0, dollars, rows.size(), dollarRows);
        }

        Signs and(Signs other) {
            return new Signs(
                    southAfrican + other.southAfrican,
                    american + other.american,
                    dollars || other.dollars,
                    rows + other.rows,
                    dollarRows + other.dollarRows);
        }
    }

    static Custom of(Signs signs) {
        if (signs.southAfrican > signs.american) {
            return DAY_FIRST;
        }
        if (signs.american > 0) {
            return signs.southAfrican == 0 ? MONTH_FIRST : EITHER;
        }
        return signs.dollars || signs.dollarRows * 2 > signs.rows ? EITHER : MOSTLY_DAY_FIRST;
    }

    private static boolean isAmerican(TokenLine line) {
        return prints(line, text -> AMERICAN.contains(Vocabulary.letters(text)));
    }

    private static boolean isSouthAfrican(TokenLine line) {
        if (prints(line, text -> SOUTH_AFRICAN.contains(Vocabulary.letters(text)))) {
            return true;
        }
        String printed = line.printed();
        return RAND.matcher(printed).find()
                || SOUTH_AFRICA.stream().anyMatch(Vocabulary.letters(printed)::contains);
    }

    private static boolean saysDollars(TokenLine line) {
        return prints(line, text -> Vocabulary.letters(text).equals("usd"));
    }

    private static boolean prints(TokenLine line, Predicate<String> what) {
        return line.words().stream().map(Word::text).anyMatch(what);
    }
}
