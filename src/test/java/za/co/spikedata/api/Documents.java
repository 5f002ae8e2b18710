package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A program that brings documents and waits for them. */
final class Documents {
    static final String ALL = "/v7/documents";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Program program;

    private Documents(Program program) {
        this.program = program;
    }

    static Documents of(Program program) {
        return new Documents(program.with("Content-Type", "application/pdf"));
    }

    Documents with(String header, String value) {
        return new Documents(program.with(header, value));
    }

    HttpResponse<String> bring(byte[] pdf) {
        return ask("POST", ALL, pdf);
    }

    HttpResponse<String> get(String path) {
        return ask("GET", path, new byte[0]);
    }

    HttpResponse<String> ask(String method, String path, byte[] body) {
        return program.send(
                "api.localhost", method, path, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** The path of a document that was taken in, once nobody works on it any more. */
    String ended(byte[] pdf) {
        var taken = bring(pdf);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        var path = taken.headers().firstValue("Location").orElseThrow();
        awaitEnd(path);
        return path;
    }

    JsonNode awaitEnd(String path) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                return json(answer);
            }
            pause();
        }
        throw new AssertionError("Expected an end of " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Program.JSON.readTree(answer.body());
    }
}
