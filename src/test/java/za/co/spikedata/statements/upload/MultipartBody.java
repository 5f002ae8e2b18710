package za.co.spikedata.statements.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletRequest;

/** Builds the body a browser sends for a form with files. */
final class MultipartBody {
    private static final String BOUNDARY = "----boundary7MA4YWxk";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    MultipartBody field(String name, String value) throws IOException {
        return part("name=\"" + name + "\"\r\n", value.getBytes(StandardCharsets.UTF_8));
    }

    MultipartBody file(String name, byte[] content) throws IOException {
        return part(
                "name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: application/pdf\r\n",
                content);
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    static UploadStream stream(byte[] body) {
        var request = new MockHttpServletRequest("POST", "/statements");
        request.setContentType("multipart/form-data; boundary=" + BOUNDARY);
        request.setContent(body);
        return UploadStream.of(request);
    }

    private MultipartBody part(String header, byte[] content) throws IOException {
        body.write(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + header + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
