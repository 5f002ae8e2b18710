package za.co.spikedata.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import za.co.spikedata.engine.model.Progress;

/**
 * What travels over a worker's pipes. First from the worker: that it is ready. A request: what to
 * do, length and bytes of the words that go with it (-1: none), length and bytes of the PDF. An
 * answer: any number of progress frames, then one result frame.
 */
final class Frames {
    static final byte PROGRESS = 1;
    static final byte RESULT = 2;
    static final byte READY = 3;

    private static final int NONE = -1;

    private Frames() {}

    /** What a worker can do with a PDF. */
    enum Task {
        READ,

        /** Where cells are printed is told only if the paper contradicts itself. */
        READ_BARE,
        COPY,
        STAMP
    }

    /**
     * One thing to do.
     *
     * @param words the password of what is read, or what a stamp says
     */
    record Request(Task task, Optional<String> words, byte[] pdf) {}

    static void write(DataOutputStream out, Request request) throws IOException {
        out.writeByte(request.task().ordinal());
        if (request.words().isPresent()) {
            var words = request.words().get().getBytes(StandardCharsets.UTF_8);
            out.writeInt(words.length);
            out.write(words);
        } else {
            out.writeInt(NONE);
        }
        out.writeInt(request.pdf().length);
        out.write(request.pdf());
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        var task = Task.values()[in.readByte()];
        int length = in.readInt();
        Optional<String> words =
                length == NONE
                        ? Optional.empty()
                        : Optional.of(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        var pdf = new byte[in.readInt()];
        in.readFully(pdf);
        return new Request(task, words, pdf);
    }

    static void writeReady(DataOutputStream out, boolean filtered) throws IOException {
        out.writeByte(READY);
        out.writeBoolean(filtered);
        out.flush();
    }

    static void writeProgress(DataOutputStream out, Progress.Stage stage, int done, int of)
            throws IOException {
        out.writeByte(PROGRESS);
        out.writeByte(stage.ordinal());
        out.writeInt(done);
        out.writeInt(of);
        out.flush();
    }

    static void writeResult(DataOutputStream out, byte[] result) throws IOException {
        out.writeByte(RESULT);
        out.writeInt(result.length);
        out.write(result);
        out.flush();
    }
}
