package za.co.spikedata.engine.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/** The order of day and month where a paper comes from, by its words and its currency. */
enum Custom {
    /** Of the United States. */
    MONTH_FIRST,
    /** Of South Africa. */
    DAY_FIRST,
    /** Of nearly everywhere else. */
    MOSTLY_DAY_FIRST,
    /** Countries of both customs count in dollars. */
    EITHER;

    private static final Set<String> AMERICAN = Set.of("fdic", "ncua", "routing");
    private static final Set<String> SOUTH_AFRICAN =
            Set.of("zar", "rand", "btw", "bpk", "pty", "ncrcp", "southafrica", "suidafrika");

    static Custom of(List<TokenLine> lines) {
        if (prints(lines, text -> AMERICAN.contains(Vocabulary.letters(text)))) {
            return MONTH_FIRST;
        }
        if (prints(lines, Custom::isSouthAfrican)) {
            return DAY_FIRST;
        }
        return prints(lines, Custom::isDollar) ? EITHER : MOSTLY_DAY_FIRST;
    }

    private static boolean prints(List<TokenLine> lines, Predicate<String> what) {
        return lines.stream().flatMap(line -> line.words().stream()).map(Word::text).anyMatch(what);
    }

    private static boolean isSouthAfrican(String text) {
        return text.matches("[-(+]?R[-+]?\\d.*")
                || SOUTH_AFRICAN.contains(Vocabulary.letters(text));
    }

    private static boolean isDollar(String text) {
        return text.matches("[-(+]?(?:US)?\\$.*") || Vocabulary.letters(text).equals("usd");
    }
}
