package za.co.spikedata.retention;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.shape.Sha256;

/**
 * A ZIP that is written while it is gathered. Its last file lists the others with their sizes and
 * hashes; without {@link #finish} it is no ZIP, so one that broke off is not taken for whole. So
 * that no copy takes the memory of all, it holds so many files and tells how many it leaves out.
 */
public final class Parcel implements AutoCloseable {
    static final String MANIFEST = "manifest.json";

    /** Of each some hundred bytes are remembered until the end. */
    private static final int MOST_FILES = 100_000;

    private static final String UNREADABLE = "unreadable";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Zip zip;
    private final int most;
    private final List<Listed> files = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    Parcel(OutputStream out) {
        this(out, MOST_FILES);
    }

    Parcel(OutputStream out, int most) {
        this.zip = new Zip(out);
        this.most = most;
    }

    /** Writes one file. */
    @FunctionalInterface
    public interface Content {
        /** Tells how many things it holds. */
        int writeTo(OutputStream out) throws IOException;
    }

    private record Listed(String name, String kind, int holds, long bytes, String sha256) {}

    /** What the manifest begins with. */
    record About(String portal, String person, String made) {}

    private record Manifest(
            About about,
            Map<String, Integer> counts,
            List<Listed> files,
            List<String> unreadable,
            Map<String, Integer> leftOut) {}

    /**
     * @param kind what the manifest counts it as
     */
    public void add(String name, String kind, byte[] content) throws IOException {
        add(
                name,
                kind,
                out -> {
                    out.write(content);
                    return 1;
                });
    }

    /** A record, a map or a list of them as JSON. */
    public void addJson(String name, String kind, Object content) throws IOException {
        add(name, kind, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }

    /** All of a kind in one file, and none of them as an empty list. */
    public void addList(String name, String kind, List<?> content) throws IOException {
        add(
                name,
                kind,
                out -> {
                    out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
                    return content.size();
                });
    }

    /** The same of something too long for the memory. */
    public void add(String name, String kind, Content content) throws IOException {
        if (files.size() == most) {
            leftOut.merge(kind, 1, Integer::sum);
            return;
        }
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(zip);
        var hashed = new DigestOutputStream(counted, Sha256.fresh());
        int holds = content.writeTo(hashed);
        zip.closeEntry();
        var hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        files.add(new Listed(name, kind, holds, counted.bytes, hash));
        counts.merge(kind, holds, Integer::sum);
    }

    /** Names something that is kept and does not open. */
    public void unreadable(String what) {
        if (unreadable.size() == most) {
            leftOut.merge(UNREADABLE, 1, Integer::sum);
        } else {
            unreadable.add(what);
        }
    }

    void finish(About about) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(
                                new Manifest(about, counts, files, unreadable, leftOut)));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /** Gives back the memory it was packed with; does not make it whole. */
    @Override
    public void close() {
        zip.free();
    }

    /** One whose memory can be given back without writing the end that makes it whole. */
    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out) {
            super(out);
        }

        void free() {
            def.end();
        }
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int each) throws IOException {
            out.write(each);
            bytes++;
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            out.write(content, offset, length);
            bytes += length;
        }
    }
}
