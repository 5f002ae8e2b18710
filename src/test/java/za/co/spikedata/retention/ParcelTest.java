package za.co.spikedata.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The file in which people take their data away. */
class ParcelTest {
    private static final Parcel.About ABOUT = new Parcel.About("https://portal/", "1", "now");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Parcel parcel = new Parcel(out);

    @Test
    void listsWhatItHoldsBehindIt() throws IOException {
        parcel.add("a.txt", "texts", "abc".getBytes(StandardCharsets.US_ASCII));
        parcel.add(
                "b.txt",
                "texts",
                stream -> {
                    stream.write('x');
                    return 2;
                });
        parcel.unreadable("c.txt");
        parcel.finish(ABOUT);

        var manifest = JsonMapper.shared().readTree(last());
        assertThat(manifest.at("/counts/texts").asInt()).isEqualTo(3);
        assertThat(manifest.at("/files/0/bytes").asInt()).isEqualTo(3);
        assertThat(manifest.at("/files/0/sha256").asString())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(manifest.at("/files/1/bytes").asInt()).isOne();
        assertThat(manifest.at("/unreadable/0").asString()).isEqualTo("c.txt");
    }

    @Test
    @DisplayName("DEL-06 a copy that broke off opens nowhere")
    void isNoZipUntilItIsWhole(@TempDir Path folder) throws IOException {
        parcel.add("a.txt", "texts", new byte[1_000]);
        var broken = Files.write(folder.resolve("broken.zip"), out.toByteArray());
        parcel.finish(ABOUT);
        var whole = Files.write(folder.resolve("whole.zip"), out.toByteArray());

        assertThatThrownBy(() -> new ZipFile(broken.toFile())).isInstanceOf(ZipException.class);
        try (var opened = new ZipFile(whole.toFile())) {
            assertThat(opened.size()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("DEL-06 a copy that broke off gives its memory back, and stays broken")
    void endsItsDeflaterWithoutMakingItWhole(@TempDir Path folder) throws IOException {
        parcel.add("a.txt", "texts", new byte[1_000]);

        parcel.close();

        var broken = Files.write(folder.resolve("broken.zip"), out.toByteArray());
        assertThatThrownBy(() -> new ZipFile(broken.toFile())).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> parcel.add("b.txt", "texts", new byte[1_000]))
                .hasMessageContaining("Deflater has been closed");
    }

    @Test
    @DisplayName("DEL-06 a copy of too many files tells how many of what it leaves out")
    void tellsWhatItLeavesOut() throws IOException {
        try (var small = new Parcel(out, 2)) {
            for (var name : List.of("a", "b", "c", "d")) {
                small.add(name, "texts", new byte[1]);
                small.unreadable(name);
            }
            small.finish(ABOUT);
        }

        var manifest = JsonMapper.shared().readTree(last());
        assertThat(manifest.get("files")).hasSize(2);
        assertThat(manifest.get("unreadable")).hasSize(2);
        assertThat(manifest.at("/leftOut/texts").asInt()).isEqualTo(2);
        assertThat(manifest.at("/leftOut/unreadable").asInt()).isEqualTo(2);
        assertThat(manifest.at("/counts/texts").asInt()).isEqualTo(2);
    }

    private byte[] last() throws IOException {
        try (var files = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            var content = new byte[0];
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                content = files.readAllBytes();
            }
            return content;
        }
    }
}
