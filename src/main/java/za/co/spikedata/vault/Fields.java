package za.co.spikedata.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Seals and opens the small fields of one document. */
public final class Fields {
    private final DocumentKey key;
    private final UnaryOperator<Supplier<byte[]>> opening;

    /**
     * @param opening goes around each opening, to tell of those that fail
     */
    Fields(DocumentKey key, UnaryOperator<Supplier<byte[]>> opening) {
        this.key = key;
        this.opening = opening;
    }

    public byte[] seal(String field, byte[] content) {
        return key.seal(field, content);
    }

    public byte[] unseal(String field, byte[] sealed) {
        return opening.apply(() -> key.unseal(field, sealed)).get();
    }

    /** For what repeats itself, such as JSON. */
    public byte[] sealZipped(String field, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return seal(field, bytes.toByteArray());
    }

    public byte[] unsealZipped(String field, byte[] sealed) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(unseal(field, sealed)))) {
            return zip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
