package za.co.spikedata.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks through raw bytes for words in every form they are usually written in: UTF-8 and UTF-16,
 * base64 at each of its three phases, hex, and each of these inside deflated streams.
 */
public final class RawSearch {
    /** Of an inflated stream; a word that comes later is found in no file this size of ours. */
    private static final int MOST_INFLATED = 1 << 20;

    private static final int PIECE = 1 << 12;

    private static final int ZLIB = 0x78;
    private static final int[] GZIP = {0x1f, 0x8b, 0x08};
    private static final int GZIP_HEADER = 10;

    /** By their first four bytes, which few places share. */
    private final Map<Integer, List<Form>> forms = new HashMap<>();

    /** Their first two bytes, which are asked for at every place. */
    private final BitSet beginnings = new BitSet(1 << Character.SIZE);

    /** One way in which one word is written. */
    private record Form(String word, String how, byte[] bytes) {
        boolean isAt(byte[] content, int at) {
            return at + bytes.length <= content.length
                    && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    /**
     * @param words by their names, which findings tell
     */
    public RawSearch(Map<String, String> words) {
        words.forEach((name, word) -> {
            for (var charset :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.UTF_16BE)) {
                addForms(name, charset.name(), word.getBytes(charset));
            }
        });
    }

    private void addForms(String name, String charset, byte[] bytes) {
        add(new Form(name, charset, bytes));
        var hex = HexFormat.of().formatHex(bytes);
        add(new Form(name, charset + " hex", ascii(hex)));
        add(new Form(name, charset + " HEX", ascii(hex.toUpperCase(Locale.ROOT))));
        for (int phase = 0; phase < 3; phase++) {
            var padded = new byte[phase + bytes.length];
            System.arraycopy(bytes, 0, padded, phase, bytes.length);
            for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                var text = encoder.withoutPadding().encodeToString(padded);
                // Letters that also depend on what stands before and after are left out.
                int from = phase == 0 ? 0 : phase + 1;
                int to = padded.length / 3 * 4;
                add(new Form(name, charset + " base64", ascii(text.substring(from, to))));
            }
        }
    }

    private void add(Form form) {
        beginnings.set(pair(form.bytes(), 0));
        forms.computeIfAbsent(four(form.bytes(), 0), _ -> new ArrayList<>()).add(form);
    }

    /** What is found in the files of a folder, and where; files that vanish meanwhile are not. */
    public Set<String> in(Path folder) {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file)) {
                    read(file).stream()
                            .map(finding -> folder.relativize(file) + ": " + finding)
                            .forEach(found::add);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }

    public Set<String> in(byte[] content) {
        var found = new TreeSet<String>();
        plain(content, "", found);
        for (int at = 0; at + GZIP_HEADER < content.length; at++) {
            if ((content[at] & 0xff) == ZLIB
                    && ((content[at] & 0xff) << 8 | content[at + 1] & 0xff) % 31 == 0) {
                plain(inflated(content, at, false), " deflated", found);
            } else if ((content[at] & 0xff) == GZIP[0]
                    && (content[at + 1] & 0xff) == GZIP[1]
                    && content[at + 2] == GZIP[2]) {
                plain(inflated(content, at + GZIP_HEADER, true), " gzip", found);
            }
        }
        return found;
    }

    private Set<String> read(Path file) throws IOException {
        try {
            return in(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return Set.of();
        }
    }

    private void plain(byte[] content, String wrapped, Set<String> found) {
        for (int at = 0; at + Integer.BYTES <= content.length; at++) {
            if (beginnings.get(pair(content, at))) {
                for (var form : forms.getOrDefault(four(content, at), List.of())) {
                    if (form.isAt(content, at)) {
                        found.add(form.word() + " in " + form.how() + wrapped);
                    }
                }
            }
        }
    }

    /** Most places that look like the beginning of a stream end at once. */
    private static byte[] inflated(byte[] content, int from, boolean raw) {
        var out = new ByteArrayOutputStream();
        try (var inflater = new Inflater(raw)) {
            inflater.setInput(content, from, content.length - from);
            var piece = new byte[PIECE];
            for (int got = inflater.inflate(piece);
                    got > 0 && out.size() < MOST_INFLATED;
                    got = inflater.inflate(piece)) {
                out.write(piece, 0, got);
            }
        } catch (DataFormatException endOfSense) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static int pair(byte[] content, int at) {
        return (content[at] & 0xff) << 8 | content[at + 1] & 0xff;
    }

    private static int four(byte[] content, int at) {
        return pair(content, at) << Character.SIZE | pair(content, at + 2);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
