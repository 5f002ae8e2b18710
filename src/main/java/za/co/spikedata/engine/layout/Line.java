package za.co.spikedata.engine.layout;

import java.util.List;
import za.co.spikedata.engine.model.Box;

/** Words on one baseline, from left to right, never none. */
public record Line(List<Word> words, Box box) {
    public Line {
        words = List.copyOf(words);
    }

    public static Line of(List<Word> words) {
        return new Line(words, Box.around(words.size(), index -> words.get(index).box()));
    }
}
