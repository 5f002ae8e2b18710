package za.co.spikedata.statements.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.statements.upload.MeteredStream.Meter;

/** The files of a zip as it streams by; nothing is written and nothing is unpacked ahead. */
final class ZipFiles {
    /** Unpacked bytes that are nobody's bomb yet. */
    private static final long FREE_BYTES = 10L << 20;

    /** Text packs 20 to 1; a PDF's own streams hardly at all. */
    private static final long LARGEST_RATIO = 100;

    /** Folders and hidden files are passed over, but not for ever. */
    private static final int MOST_ENTRIES = 20_000;

    /** What zip tools used for names before there was UTF-8; decodes every byte. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final FileName name;
    private final MeteredStream packed;
    private final ZipInputStream zip;
    private final Meter unpacked;
    private final long fileBytes;
    private @Nullable MeteredStream current;
    private long unpackedBytes;
    private int entries;
    private boolean isEmpty = true;
    private boolean isEnded;

    /**
     * @param packed the zip's bytes behind {@code head}
     * @param unpacked what all zips of an upload may unpack to
     * @param fileBytes largest file
     */
    ZipFiles(FileName name, byte[] head, MeteredStream packed, Meter unpacked, long fileBytes) {
        this.name = name;
        this.packed = packed;
        this.zip =
                new ZipInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(head), packed), OLD_NAMES);
        this.unpacked = unpacked;
        this.fileBytes = fileBytes;
    }

    /** The next file, or what is wrong with the zip; empty behind the last. */
    Optional<Arrival> next() {
        if (isEnded) {
            return Optional.empty();
        }
        try {
            var entry = nextFile();
            if (entry == null) {
                isEnded = true;
                return isEmpty ? Optional.of(refused(Refusal.ZIP_EMPTY)) : Optional.empty();
            }
            if (isEmpty && isOfficeFile(entry)) {
                return end(Refusal.NOT_A_PDF);
            }
            isEmpty = false;
            return Optional.of(arrival(entry));
        } catch (RefusedException refused) {
            return end(refused.refusal());
        } catch (ZipException broken) {
            // The only way ZipInputStream tells a locked entry from a damaged one.
            var text = String.valueOf(broken.getMessage());
            return end(text.contains("encrypted") ? Refusal.ZIP_LOCKED : Refusal.ZIP_DAMAGED);
        } catch (IOException | RuntimeException broken) {
            return end(Refusal.ZIP_DAMAGED);
        }
    }

    private @Nullable ZipEntry nextFile() throws IOException {
        while (true) {
            if (current != null) {
                current.transferTo(OutputStream.nullOutputStream());
                current = null;
            }
            var entry = zip.getNextEntry();
            if (entry == null) {
                return null;
            }
            if (++entries > MOST_ENTRIES) {
                throw new RefusedException(Refusal.ZIP_BOMB);
            }
            current = new MeteredStream(zip, Refusal.ZIP_DAMAGED, this::ratio, unpacked);
            if (!entry.isDirectory() && !isHidden(entry.getName())) {
                return entry;
            }
        }
    }

    private Arrival arrival(ZipEntry entry) throws IOException {
        var bytes = Objects.requireNonNull(current);
        var entryName = FileName.of(entry.getName());
        var head = bytes.readNBytes(Kind.HEAD_BYTES);
        return switch (Kind.of(head)) {
            case EMPTY -> new Arrival.Refused(entryName, Refusal.EMPTY_FILE, 0);
            case OTHER -> new Arrival.Refused(entryName, Refusal.NOT_A_PDF, bytes.count());
            case ZIP -> new Arrival.Refused(entryName, Refusal.ZIP_NESTED, bytes.count());
            case PDF ->
                    new Arrival.Accepted(
                            entryName,
                            new MeteredStream(
                                    new SequenceInputStream(new ByteArrayInputStream(head), bytes),
                                    Refusal.ZIP_DAMAGED,
                                    Meter.limit(fileBytes, Refusal.FILE_TOO_LARGE)));
        };
    }

    private void ratio(long bytes) throws RefusedException {
        unpackedBytes += bytes;
        if (unpackedBytes > FREE_BYTES + LARGEST_RATIO * packed.count()) {
            throw new RefusedException(Refusal.ZIP_BOMB);
        }
    }

    private Optional<Arrival> end(Refusal refusal) {
        isEnded = true;
        return Optional.of(refused(refusal));
    }

    private Arrival refused(Refusal refusal) {
        return new Arrival.Refused(name, refusal, packed.count());
    }

    private static boolean isHidden(String path) {
        var last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return path.startsWith("__MACOSX/")
                || path.contains("/__MACOSX/")
                || last.startsWith(".")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    /** Word and Excel files are zips too; nobody means their insides. */
    private static boolean isOfficeFile(ZipEntry first) {
        var path = first.getName();
        return path.equals("[Content_Types].xml")
                || path.equals("mimetype")
                || path.startsWith("META-INF/");
    }
}
