package za.co.spikedata.statements;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import za.co.spikedata.support.Browserless;

/** The upload form as a browser without script sends it. */
public final class UploadForm {
    private static final String BOUNDARY = "----form7MA4YWxk";
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Browserless person;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public UploadForm(Browserless person) {
        this(person, person.token());
    }

    public UploadForm(Browserless person, String token) {
        this.person = person;
        part("name=\"_csrf\"\r\n", token.getBytes(StandardCharsets.UTF_8));
    }

    public UploadForm file(String name, byte[] content) {
        part(
                "name=\"files\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n"
                        .formatted(name),
                content);
        return this;
    }

    HttpResponse<String> send() {
        return send("/statements");
    }

    public HttpResponse<String> send(String path) {
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return unended(path);
    }

    /** Sends what there is so far, without the line that ends a form. */
    HttpResponse<String> unended(String path) {
        return person.send(
                person.request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** One with a line in its header that is longer than any server takes. */
    UploadForm longHeader() {
        part(
                "name=\"files\"; filename=\"a.pdf\"\r\nX: " + "x".repeat(1 << 20) + "\r\n",
                new byte[1]);
        return this;
    }

    /** Sends it and gives the path of the page the answer points to. */
    public String sendAndFollow() {
        var response = send();
        return java.net
                .URI
                .create(response.headers().firstValue("Location").orElseThrow())
                .getRawPath();
    }

    /** Asks again, as the refresh link does, until the page says so. */
    public static void await(BooleanSupplier finished) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!finished.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Expected the readings to finish");
            }
            Thread.onSpinWait();
        }
    }

    private void part(String header, byte[] content) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + header + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
