package za.co.spikedata.engine.model;

import java.util.List;

/** Reads the words of a picture. */
@FunctionalInterface
public interface Recogniser {
    /** Sees nothing: scans are refused. */
    Recogniser NONE = image -> List.of();

    /**
     * @param image a page as JPEG or PNG
     * @return words with their boxes in pixels from the top left; none when there is nothing to
     *     read
     */
    List<Seen> words(byte[] image);

    /**
     * A word of a picture, in pixels.
     *
     * @param line words of one line share it; it grows from top to bottom
     */
    record Seen(String text, int line, int left, int top, int width, int height) {}
}
