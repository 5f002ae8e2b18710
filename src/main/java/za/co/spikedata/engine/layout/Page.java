package za.co.spikedata.engine.layout;

import java.util.List;

/**
 * One page turned so that most of its text stands upright.
 *
 * @param number counted from 1
 * @param lines from top to bottom
 */
public record Page(int number, double width, double height, List<Line> lines) {
    public Page {
        lines = List.copyOf(lines);
    }

    public List<Word> words() {
        return lines.stream().flatMap(line -> line.words().stream()).toList();
    }
}
