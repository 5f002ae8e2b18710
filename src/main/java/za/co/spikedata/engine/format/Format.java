package za.co.spikedata.engine.format;

import java.util.List;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * One layout of a bank.
 *
 * @param format id of the wire contract
 * @param marks words that all stand on such a paper, headings most of all
 * @param without words of which none does
 */
public record Format(String id, StatementType type, List<String> marks, List<String> without) {
    public Format {
        marks = List.copyOf(marks);
        without = List.copyOf(without);
    }

    /**
     * @param letters of the paper, as {@link Vocabulary#letters} leaves them
     */
    boolean fits(String letters) {
        return marks.stream().allMatch(mark -> letters.contains(Vocabulary.letters(mark)))
                && without.stream().noneMatch(mark -> letters.contains(Vocabulary.letters(mark)));
    }
}
