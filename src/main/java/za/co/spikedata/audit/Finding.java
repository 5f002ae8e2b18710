package za.co.spikedata.audit;

import za.co.spikedata.shape.Impersonal;

/**
 * Something wrong with a trail.
 *
 * @param seq the line where it shows
 */
@Impersonal
public record Finding(Kind kind, long seq) {
    /** What is wrong. */
    public enum Kind {
        /** No line has this place. */
        MISSING,
        /** The line does not say what it said when it was written. */
        CHANGED,
        /** The line does not follow from the one before it. */
        UNLINKED,
        /** The trail goes on past its head. */
        BEYOND_HEAD,
        /** There are lines but no head, or the head is not one this installation wrote. */
        HEAD_FORGED,
        /** The trail is not the one whose end was kept outside the database. */
        NOT_AS_ANCHORED
    }

    @Override
    public String toString() {
        return kind + " at " + seq;
    }
}
