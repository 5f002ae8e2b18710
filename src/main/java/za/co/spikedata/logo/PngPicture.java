package za.co.spikedata.logo;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

/** Pixels that are read and written anew, so that nothing but pixels is served. */
final class PngPicture {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    /** What pictures are made of; the rest is metadata, profiles and frames, and is not read. */
    private static final Set<String> CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Of a chunk: length, name, checksum. */
    private static final int FRAME_BYTES = 12;

    /** A side; what would take 64 MB of pixels is refused before it is read. */
    static final int LONGEST_SIDE = 2_048;

    /** With Base64 within what a tenant's file may be. */
    static final int MOST_BYTES = 40_000;

    /** Shown at 32 px; the largest that fits is kept, for sharp screens. */
    private static final int[] SIDES = {256, 192, 128, 96, 64};

    private PngPicture() {}

    static boolean isPng(byte[] bytes) {
        return bytes.length > Long.BYTES && ByteBuffer.wrap(bytes).getLong() == SIGNATURE;
    }

    static Logo rewritten(byte[] bytes) {
        var plain = pixelsOnly(bytes);
        if (plain.isEmpty()) {
            return new Logo.Refused(Logo.Why.NOT_A_PICTURE);
        }
        var head = ByteBuffer.wrap(plain.get());
        int width = head.getInt(16);
        int height = head.getInt(20);
        if (width <= 0 || height <= 0 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            return new Logo.Refused(Logo.Why.TOO_LARGE);
        }
        return read(plain.get())
                .map(PngPicture::fitted)
                .orElseGet(() -> new Logo.Refused(Logo.Why.NOT_A_PICTURE));
    }

    private static Logo fitted(BufferedImage image) {
        for (int side : SIDES) {
            var small = scaled(image, side);
            if (Raster.of(small).isBlank()) {
                return new Logo.Refused(Logo.Why.EMPTY);
            }
            var bytes = written(small);
            if (bytes.length <= MOST_BYTES) {
                return new Logo.Png(bytes);
            }
        }
        return new Logo.Refused(Logo.Why.TOO_LARGE);
    }

    static Optional<BufferedImage> read(byte[] bytes) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Chunks of pixels alone, the head first; empty where they do not follow each other. */
    private static Optional<byte[]> pixelsOnly(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        var kept = ByteBuffer.allocate(bytes.length).putLong(rest.getLong());
        while (rest.remaining() >= FRAME_BYTES) {
            int start = rest.position();
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining() - 8) {
                return Optional.empty();
            }
            var name = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
            if (start == Long.BYTES && (!name.equals("IHDR") || length != 13)) {
                return Optional.empty();
            }
            if (CHUNKS.contains(name)) {
                kept.put(bytes, start, length + FRAME_BYTES);
            }
            if (name.equals("IEND")) {
                var all = new byte[kept.position()];
                kept.get(0, all);
                return Optional.of(all);
            }
            rest.position(start + length + FRAME_BYTES);
        }
        return Optional.empty();
    }

    private static BufferedImage scaled(BufferedImage image, int most) {
        double factor = Math.min(1, most / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
