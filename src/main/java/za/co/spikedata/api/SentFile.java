package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import za.co.spikedata.api.wire.Form;
import za.co.spikedata.openapi.Says;
import za.co.spikedata.statements.upload.Kind;
import za.co.spikedata.statements.upload.UploadStream;
import za.co.spikedata.tenancy.Plan;

/** The one file of a request, which is its body or a part of it. */
record SentFile(String name, byte[] bytes) {
    /** As large as the largest that base64 may carry. */
    static final int MOST_BYTES = Form.PDF2.longestBase64() / 4 * 3;

    /** Its form as a part, as it is described. */
    record Parts(@Says(media = MediaType.APPLICATION_PDF_VALUE) byte[] file) {}

    private static final int AROUND_BYTES = 64 << 10;
    private static final String UNNAMED = "document.pdf";

    /**
     * @throws Refused for what is no file, or too much of one
     */
    static SentFile of(HttpServletRequest request, Plan plan) throws IOException {
        int most = Math.min(MOST_BYTES, plan.mostBytes());
        if (request.getContentLengthLong() > most + AROUND_BYTES) {
            throw new Refused(Problem.TOO_LARGE);
        }
        var type = String.valueOf(request.getContentType()).split(";", 2)[0].strip();
        var sent =
                switch (type.toLowerCase(Locale.ROOT)) {
                    case MediaType.APPLICATION_PDF_VALUE -> whole(request, most);
                    case MediaType.MULTIPART_FORM_DATA_VALUE ->
                            part(UploadStream.of(Remainder.taking(request)), most);
                    default -> throw new Refused(Problem.MEDIA_TYPE);
                };
        if (Kind.of(sent.bytes) != Kind.PDF) {
            throw new Refused(Problem.NOT_A_PDF);
        }
        return sent;
    }

    private static SentFile whole(HttpServletRequest request, int most) throws IOException {
        return new SentFile(
                named(request.getHeader(HttpHeaders.CONTENT_DISPOSITION)),
                bytes(Remainder.taking(request).getInputStream(), most));
    }

    private static String named(@Nullable String disposition) {
        try {
            var name =
                    disposition == null
                            ? null
                            : ContentDisposition.parse(disposition).getFilename();
            return name == null || name.isBlank() ? UNNAMED : name;
        } catch (RuntimeException malformed) {
            throw new Refused(Problem.MALFORMED);
        }
    }

    private static SentFile part(UploadStream upload, int most) {
        try {
            var file = upload.nextFile().orElseThrow(() -> new Refused(Problem.MALFORMED));
            var sent =
                    new SentFile(
                            file.fileName().isBlank() ? UNNAMED : file.fileName(),
                            bytes(file.content(), most));
            if (upload.nextFile().isPresent()) {
                throw new Refused(Problem.MALFORMED);
            }
            return sent;
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException malformed) {
            throw new Refused(Problem.MALFORMED);
        }
    }

    private static byte[] bytes(InputStream in, int most) throws IOException {
        var bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Refused(Problem.TOO_LARGE);
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "SentFile[" + bytes.length + "]";
    }
}
