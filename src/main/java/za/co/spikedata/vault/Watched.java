package za.co.spikedata.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A stream that tells why it broke before whoever reads it hears of it. */
final class Watched extends FilterInputStream {
    private final Consumer<IOException> broke;

    Watched(InputStream content, Consumer<IOException> broke) {
        super(content);
        this.broke = broke;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException broken) {
            broke.accept(broken);
            throw broken;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException broken) {
            broke.accept(broken);
            throw broken;
        }
    }
}
