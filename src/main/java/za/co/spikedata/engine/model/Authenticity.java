package za.co.spikedata.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * Whether a file is as the bank made it, from what it says of its making and from its own shape.
 *
 * @param producer the program it says it was written by
 * @param score of the wire contract: 0 none, 1 good, 2 warn, 3 bad, 4 unknown
 * @param signals what speaks for a change after the bank's own save
 */
public record Authenticity(Kind kind, Optional<String> producer, int score, List<Signal> signals) {
    /** Tells nothing. */
    static final Authenticity UNTOLD =
            new Authenticity(Kind.UNKNOWN, Optional.empty(), 4, List.of());

    public Authenticity {
        signals = List.copyOf(signals);
    }

    /** What kind of program made the file, in the words of the wire contract. */
    public enum Kind {
        ORIGINAL("original"),
        LIBRARY("library"),
        READER("reader"),
        BROWSER("browser"),
        PRINT_TO_PDF("printToPdf"),
        WRITER("writer"),
        SCAN("scan"),
        UNMATCHED("unmatched"),
        BLANK("blank"),
        MULTIPLE("multiple"),
        UNKNOWN("unknown");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Something that an untouched statement seldom shows.
     *
     * @param weight from 0, common and harmless, to 1
     */
    public record Signal(Sign sign, Optional<Place> place, double weight) {}

    /** What a signal is. */
    public enum Sign {
        /** A figure that nobody sees stands on a page whose other text is seen. */
        HIDDEN_TEXT,
        /** Something was painted over a figure. */
        COVERED_TEXT,
        /** A font tells machines other digits than it draws for people. */
        MISNAMED_DIGITS,
        /** Something as small as a part of a digit was painted on one. */
        RETOUCHED_DIGIT,
        /** Two different texts stand on one another. */
        OVERLAID_TEXT,
        /** A later save, on top of the first, changed what a page prints. */
        SAVED_AGAIN,
        /** The same, after the file had been signed. */
        CHANGED_AFTER_SIGNING,
        /** A figure is larger or smaller than the others of its column. */
        ODD_SIZE,
        /** A figure stands higher or lower than the others of its row. */
        ODD_PLACE
    }
}
