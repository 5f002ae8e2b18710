package za.co.spikedata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RawSearchTest {
    private static final String WORD = "Kingfisher 4711";

    private final RawSearch search = new RawSearch(Map.of("bird", WORD));

    static Stream<Arguments> forms() {
        return Stream.of(
                form("as it is", text -> text),
                form("UTF-16LE", text -> text.replaceAll(".", "$0\u0000")),
                form("UTF-16BE", text -> text.replaceAll(".", "\u0000$0")),
                form("base64", text -> base64("", text)),
                form("base64, one later", text -> base64("a", text)),
                form("base64, two later", text -> base64("ab", text)),
                form("hex", text -> HexFormat.of().formatHex(latin(text))),
                form(
                        "upper-case hex",
                        text -> HexFormat.of().withUpperCase().formatHex(latin(text))),
                form("zlib", text -> packed(text, DeflaterOutputStream::new)),
                form("gzip", text -> packed(text, GZIPOutputStream::new)),
                form(
                        "base64 in zlib",
                        text -> packed(base64("x", text), DeflaterOutputStream::new)));
    }

    @ParameterizedTest(name = "LOG-01 finds a word written as {0}")
    @MethodSource("forms")
    void findsAPlantedWord(String form, UnaryOperator<String> written) throws IOException {
        var around = "%PDF-1.7\n\u0001\u0000\u00ff".repeat(3);

        assertThat(search.in(latin(around + written.apply("of a " + WORD + " seen") + around)))
                .as(form)
                .isNotEmpty();
        assertThat(search.in(latin(around + written.apply("of a Kingbirds 4711 seen") + around)))
                .as(form)
                .isEmpty();
    }

    @Test
    @DisplayName("LOG-01 tells in which file of a folder, however deep")
    void tellsTheFile(@TempDir Path folder) throws IOException {
        var deep = Files.createDirectories(folder.resolve("pg_wal/archive"));
        Files.writeString(deep.resolve("0001"), WORD, StandardCharsets.UTF_16LE);
        Files.writeString(folder.resolve("clean"), "nothing here");

        assertThat(search.in(folder)).containsExactly("pg_wal/archive/0001: bird in UTF-16LE");
    }

    private static Arguments form(String name, UnaryOperator<String> written) {
        return Arguments.of(name, written);
    }

    private static String base64(String before, String text) {
        return Base64.getEncoder().encodeToString(latin(before + text));
    }

    private interface Packer {
        OutputStream onto(OutputStream target) throws IOException;
    }

    private static String packed(String text, Packer packer) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = packer.onto(bytes)) {
            packing.write(latin(text));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
