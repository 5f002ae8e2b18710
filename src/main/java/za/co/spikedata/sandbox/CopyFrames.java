package za.co.spikedata.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.replica.Replica;
import za.co.spikedata.engine.replica.Sketch;

/**
 * How a copy travels in a result frame: fingerprint (empty: none), why there is no replica (-1:
 * there is one), length and bytes of the replica, length and bytes of the sketch (0: none).
 */
final class CopyFrames {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MADE = -1;

    private CopyFrames() {}

    static byte[] write(Copied copied) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(copied.fingerprint().orElse(""));
            switch (copied.replica()) {
                case Replica.Made(var pdf) -> {
                    out.writeByte(MADE);
                    block(out, pdf);
                }
                case Replica.NotShown(var why) -> {
                    out.writeByte(why.ordinal());
                    block(out, new byte[0]);
                }
            }
            block(out, copied.sketch().map(JSON::writeValueAsBytes).orElse(new byte[0]));
        } catch (IOException impossible) {
            throw new IllegalStateException("Expected memory to take bytes", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException when a worker sent something else
     */
    static Copied read(byte[] frame) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(frame))) {
            var fingerprint = in.readUTF();
            int why = in.readByte();
            var pdf = block(in);
            var sketch = block(in);
            return new Copied(
                    Optional.of(fingerprint).filter(text -> text.matches("[0-9a-f]{32}")),
                    why == MADE ? new Replica.Made(pdf) : new Replica.NotShown(why(why)),
                    sketch.length == 0
                            ? Optional.empty()
                            : Optional.of(JSON.readValue(sketch, Sketch.class)));
        } catch (JacksonException odd) {
            throw new IOException("Expected a sketch from the worker", odd);
        }
    }

    private static Replica.Why why(int ordinal) throws IOException {
        var known = Replica.Why.values();
        if (ordinal < 0 || ordinal >= known.length) {
            throw new IOException("Expected a reason from the worker");
        }
        return known[ordinal];
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("Expected a shorter block from the worker");
        }
        return in.readNBytes(length);
    }
}
