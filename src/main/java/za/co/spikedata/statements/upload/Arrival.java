package za.co.spikedata.statements.upload;

import java.io.InputStream;

/** One file of an upload as it came through the door. */
public sealed interface Arrival {
    FileName name();

    /**
     * Looks like a PDF; the bytes are read once, before the next arrival is asked for.
     *
     * @param content ends with {@link RefusedException} when the file turns out to break a limit
     */
    record Accepted(FileName name, InputStream content) implements Arrival {}

    /** Turned away; nothing of it is kept but its name. */
    record Refused(FileName name, Refusal refusal, long bytes) implements Arrival {}
}
