package za.co.spikedata.engine.format;

import java.util.List;
import za.co.spikedata.engine.model.StatementType;

/**
 * One layout of a bank.
 *
 * @param format id of the wire contract
 * @param marks words that all stand on such a paper, headings most of all
 */
public record Format(String id, StatementType type, List<String> marks) {
    public Format {
        marks = List.copyOf(marks);
    }
}
