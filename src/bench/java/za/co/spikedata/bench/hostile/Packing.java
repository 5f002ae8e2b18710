package za.co.spikedata.bench.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Packs what a stream holds, and a little that becomes very much. */
final class Packing {
    private Packing() {}

    static String flate(String content) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(RawPdf.latin(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return RawPdf.latin(packed.toByteArray());
    }

    /** The text over and over until it fills so many megabytes. */
    static String flateBomb(String text, int megabytes) {
        byte[] block = RawPdf.latin(text.repeat((1 << 20) / text.length()));
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return RawPdf.latin(packed.toByteArray());
    }

    static String hex(String content) {
        return HexFormat.of().formatHex(RawPdf.latin(content)) + ">";
    }

    /** One blank 128 times for each two bytes. */
    static String runLengthBomb(int runs) {
        return "\u0081 ".repeat(runs);
    }

    /** Each code of twelve bits is a longer word than the one before. */
    static String lzwBomb(int codes) {
        var bits = new StringBuilder();
        put(bits, 256, 9);
        int known = 258;
        put(bits, 'q', 9);
        for (int i = 0; i < codes; i++) {
            int width = known < 511 ? 9 : known < 1_023 ? 10 : known < 2_047 ? 11 : 12;
            put(bits, Math.min(known, 4_094), width);
            known = Math.min(known + 1, 4_095);
        }
        var bytes = new StringBuilder();
        for (int i = 0; i + 8 <= bits.length(); i += 8) {
            bytes.append((char) Integer.parseInt(bits, i, i + 8, 2));
        }
        return bytes.toString();
    }

    private static void put(StringBuilder bits, int code, int width) {
        for (int bit = width - 1; bit >= 0; bit--) {
            bits.append((char) ('0' + (code >> bit & 1)));
        }
    }
}
