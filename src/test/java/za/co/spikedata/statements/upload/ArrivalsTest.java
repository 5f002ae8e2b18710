package za.co.spikedata.statements.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final StatementLimits LIMITS = new StatementLimits(10_000, 5, 50_000);

    @Test
    void acceptsEveryPdfInItsOrder() throws IOException {
        var body = new MultipartBody().field("_csrf", "t").file("a.pdf", pdf(10)).file("b", pdf(9));

        assertThat(answers(body)).containsExactly("a.pdf ok 19", "b ok 18");
    }

    @Test
    void refusesWhatIsEmptyOrNoPdf() throws IOException {
        var body =
                new MultipartBody()
                        .file("zero.pdf", new byte[0])
                        .file("letter.pdf", "Dear bank".getBytes(StandardCharsets.UTF_8));

        assertThat(answers(body)).containsExactly("zero.pdf EMPTY_FILE", "letter.pdf NOT_A_PDF");
    }

    @Test
    void acceptsAPdfWithSomethingInFrontOfItsHeader() throws IOException {
        var late = ("x".repeat(500) + "%PDF-1.4").getBytes(StandardCharsets.UTF_8);

        assertThat(answers(new MultipartBody().file("late.pdf", late)))
                .containsExactly("late.pdf ok 508");
    }

    @Test
    void passesOverAFormWithoutAFile() throws IOException {
        assertThat(answers(new MultipartBody().field("_csrf", "t").file("", new byte[0])))
                .isEmpty();
    }

    @Test
    void refusesOnlyTheFileThatIsTooLarge() throws IOException {
        var body = new MultipartBody().file("big.pdf", pdf(10_001)).file("small.pdf", pdf(1));

        assertThat(answers(body)).containsExactly("big.pdf FILE_TOO_LARGE", "small.pdf ok 10");
    }

    @Test
    void refusesEachFileBehindTheLimitOfTheBatch() throws IOException {
        var body = new MultipartBody();
        for (int i = 0; i < 4; i++) {
            body.file(i + ".pdf", pdf(9_900));
        }
        body.file("4.pdf", pdf(15_000)).file("5.pdf", pdf(1));

        assertThat(answersUnder(new StatementLimits(20_000, 10, 50_000), body))
                .endsWith("4.pdf BATCH_TOO_LARGE", "5.pdf BATCH_TOO_LARGE");
    }

    @Test
    void answersOnceForAllFilesThatAreTooMany() throws IOException {
        var body = new MultipartBody();
        for (int i = 0; i < 9; i++) {
            body.file(i + ".pdf", pdf(1));
        }

        assertThat(answers(body)).hasSize(6).last().isEqualTo("5.pdf TOO_MANY_FILES");
    }

    @Test
    void keepsFinishedFilesOfARequestCutOff() throws IOException {
        var whole = new MultipartBody().file("a.pdf", pdf(100)).file("b.pdf", pdf(5_000)).bytes();
        var cut = java.util.Arrays.copyOf(whole, whole.length - 1_000);

        assertThat(answers(new Arrivals(MultipartBody.stream(cut), LIMITS)))
                .startsWith("a.pdf ok 109", "b.pdf CUT_OFF");
    }

    @Test
    void unpacksAZipAndSkipsFoldersAndHiddenFiles() throws IOException {
        var zip =
                zip(
                        entry("2026/", new byte[0]),
                        entry("2026/jan.pdf", pdf(5)),
                        entry("__MACOSX/2026/._jan.pdf", pdf(5)),
                        entry(".DS_Store", pdf(5)),
                        entry("notes.txt", new byte[] {1}));

        assertThat(answers(new MultipartBody().file("all.zip", zip).file("c.pdf", pdf(1))))
                .containsExactly("jan.pdf ok 14", "notes.txt NOT_A_PDF", "c.pdf ok 10");
    }

    @Test
    void refusesZipsInsideZipsAndEmptyOnes() throws IOException {
        var nested = zip(entry("inner.zip", zip(entry("a.pdf", pdf(1)))));

        assertThat(answers(new MultipartBody().file("n.zip", nested).file("e.zip", zip())))
                .containsExactly("inner.zip ZIP_NESTED", "e.zip ZIP_EMPTY");
    }

    @Test
    void endsAZipThatUnpacksToAbsurdlyMore() throws IOException {
        var bomb = zip(entry("a.pdf", pdf(40 << 20)), entry("b.pdf", pdf(1)));

        assertThat(
                        answersUnder(
                                new StatementLimits(1 << 20, 9, 300 << 20),
                                new MultipartBody().file("bomb.zip", bomb).file("c.pdf", pdf(1))))
                .containsExactly("a.pdf FILE_TOO_LARGE", "bomb.zip ZIP_BOMB", "c.pdf ok 10");
    }

    @Test
    void keepsFinishedFilesOfADamagedZip() throws IOException {
        var zip = zip(entry("a.pdf", pdf(5)), entry("b.pdf", noise(4_000)));
        var cut = java.util.Arrays.copyOf(zip, zip.length - 2_000);

        assertThat(answers(new MultipartBody().file("cut.zip", cut).file("c.pdf", pdf(1))))
                .startsWith("a.pdf ok 14")
                .contains("b.pdf ZIP_DAMAGED")
                .endsWith("c.pdf ok 10");
    }

    @Test
    void takesAWordFileForWhatItIs() throws IOException {
        var word = zip(entry("[Content_Types].xml", new byte[] {1}), entry("w.xml", new byte[1]));

        assertThat(answers(new MultipartBody().file("s.docx", word)))
                .containsExactly("s.docx NOT_A_PDF");
    }

    @Test
    void readsTheFirstFieldBeforeTheFiles() throws IOException {
        var stream =
                MultipartBody.stream(
                        new MultipartBody().field("_csrf", "token").file("a.pdf", pdf(1)).bytes());

        assertThat(stream.firstField("_csrf")).contains("token");
        assertThat(stream.firstField("_csrf")).contains("token");
        assertThat(stream.nextFile()).isPresent();
    }

    @Test
    void losesNoFileThatComesBeforeTheField() throws IOException {
        var stream =
                MultipartBody.stream(
                        new MultipartBody().file("a.pdf", pdf(1)).field("_csrf", "t").bytes());

        assertThat(stream.firstField("_csrf")).isEmpty();
        assertThat(stream.nextFile().orElseThrow().fileName()).isEqualTo("a.pdf");
    }

    @Test
    void findsNothingInABodyThatIsNoForm() {
        var arrivals =
                new Arrivals(
                        MultipartBody.stream("garbage".getBytes(StandardCharsets.UTF_8)), LIMITS);

        assertThat(arrivals.next()).isEmpty();
    }

    private static List<String> answers(MultipartBody body) throws IOException {
        return answersUnder(LIMITS, body);
    }

    private static List<String> answersUnder(StatementLimits limits, MultipartBody body)
            throws IOException {
        return answers(new Arrivals(MultipartBody.stream(body.bytes()), limits));
    }

    private static List<String> answers(Arrivals arrivals) throws IOException {
        var answers = new ArrayList<String>();
        for (var next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            answers.add(
                    switch (next.get()) {
                        case Arrival.Accepted(var name, var content) -> {
                            try {
                                yield name.value() + " ok " + content.readAllBytes().length;
                            } catch (RefusedException refused) {
                                yield name.value() + " " + refused.refusal();
                            }
                        }
                        case Arrival.Refused(var name, var refusal, _) ->
                                name.value() + " " + refusal;
                    });
        }
        return answers;
    }

    private static byte[] pdf(int bytesMore) {
        return ("%PDF-1.7\n" + "0".repeat(bytesMore)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] noise(int bytes) {
        var noise = new byte[bytes];
        new java.util.Random(1).nextBytes(noise);
        System.arraycopy(pdf(0), 0, noise, 0, 9);
        return noise;
    }

    private record Entry(String name, byte[] content) {}

    private static Entry entry(String name, byte[] content) {
        return new Entry(name, content);
    }

    private static byte[] zip(Entry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
