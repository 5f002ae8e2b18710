package za.co.spikedata.logo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PngPictureTest {
    @Test
    @DisplayName("a PNG is written anew: its pixels stay, what is written beside them does not")
    void keepsPixelsOnly() throws IOException {
        var picture = picture(40, 20);
        var told = with(picture, "tEXt", "Author\0Somebody of canary.example");
        told = with(told, "eXIf", "GPS canary.example");
        told = Arrays.copyOf(told, told.length + 9);

        var made = (Logo.Png) Logo.of(told);

        assertThat(new String(made.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary", "tEXt", "eXIf");
        var image = ImageIO.read(new ByteArrayInputStream(made.bytes()));
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(new Color(image.getRGB(5, 5))).isEqualTo(Color.RED);
        assertThat(((Logo.Png) Logo.of(made.bytes())).bytes())
                .as("the same again")
                .isEqualTo(made.bytes());
    }

    @Test
    @DisplayName("a PNG of 2048 pixels becomes one of 256, one of noise one that fits")
    void makesLargeOnesSmall() throws IOException {
        var made = (Logo.Png) Logo.of(picture(2048, 1024));
        assertThat(ImageIO.read(new ByteArrayInputStream(made.bytes())).getWidth()).isEqualTo(256);

        var noise = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        var random = new Random(3);
        for (int i = 0; i < 160_000; i++) {
            noise.setRGB(i % 400, i / 400, random.nextInt() | 0xff000000);
        }
        assertThat(((Logo.Png) Logo.of(written(noise))).bytes())
                .hasSizeLessThanOrEqualTo(PngPicture.MOST_BYTES);
    }

    @Test
    @DisplayName("a PNG that claims more pixels than are read is refused before it is")
    void refusesBombs() throws IOException {
        var claimed = picture(10, 10);
        ByteBuffer.wrap(claimed).putInt(16, 60_000).putInt(20, 60_000);
        sealHead(claimed);
        assertThat(why(claimed)).isEqualTo(Logo.Why.TOO_LARGE);
        ByteBuffer.wrap(claimed).putInt(16, -1);
        sealHead(claimed);
        assertThat(why(claimed)).isEqualTo(Logo.Why.TOO_LARGE);
    }

    @Test
    @DisplayName(
            "a broken PNG, cut anywhere or changed anywhere, is refused or read, never a fault")
    void takesBrokenOnes() throws IOException {
        var whole = picture(16, 16);
        for (int at = 0; at < whole.length; at++) {
            assertThat(Logo.of(Arrays.copyOf(whole, at))).isInstanceOf(Logo.Refused.class);
            var changed = whole.clone();
            changed[at] ^= 0x55;
            assertThat(Logo.of(changed)).isNotNull();
        }
        var clear = new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB);
        assertThat(why(written(clear))).isEqualTo(Logo.Why.EMPTY);
    }

    private static Logo.Why why(byte[] bytes) {
        return ((Logo.Refused) Logo.of(bytes)).why();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return written(image);
    }

    private static byte[] written(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The picture with one more chunk behind its head. */
    private static byte[] with(byte[] png, String name, String text) {
        int head = 33;
        var chunk = (name + text).getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(chunk);
        return ByteBuffer.allocate(png.length + chunk.length + 8)
                .put(png, 0, head)
                .putInt(chunk.length - 4)
                .put(chunk)
                .putInt((int) crc.getValue())
                .put(png, head, png.length - head)
                .array();
    }

    private static void sealHead(byte[] png) {
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    }
}
