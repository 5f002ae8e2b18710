package za.co.spikedata.statements.view;

import org.jspecify.annotations.Nullable;

/**
 * A document in a list.
 *
 * @param name file name, cleaned; {@code isNamed} is false when the browser sent none
 * @param sentence the verdict, the refusal or the state in one sentence
 * @param remedy what the person can do, when refused
 * @param progress while waiting or reading, else null
 * @param size such as {@code 1.2 MB}
 * @param uploaded day and time, for people; {@code uploadedIso} for {@code <time datetime>}
 */
public record DocumentRow(
        String id,
        String uploadId,
        String name,
        boolean isNamed,
        Tone tone,
        Said sentence,
        @Nullable Said remedy,
        @Nullable ProgressView progress,
        String size,
        String uploaded,
        String uploadedIso) {
    public boolean isRunning() {
        return tone == Tone.WAITING || tone == Tone.READING;
    }

    public boolean isLocked() {
        return tone == Tone.LOCKED;
    }

    public boolean isRefused() {
        return tone == Tone.REFUSED;
    }

    /** It has a result to look at and to download. */
    public boolean isDone() {
        return tone == Tone.PROVEN || tone == Tone.UNPROVEN || tone == Tone.CONTRADICTED;
    }
}
