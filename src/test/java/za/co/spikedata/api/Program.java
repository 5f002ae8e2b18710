package za.co.spikedata.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.support.AnyCertificate;

/** A program that asks the API as existing clients do. */
final class Program {
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int port;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .sslContext(AnyCertificate.context())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    Program(int port) {
        this.port = port;
        headers.put("Content-Type", List.of("application/json"));
    }

    /** The header once with each value. */
    Program with(String header, String... values) {
        var other = new Program(port);
        other.headers.putAll(headers);
        other.headers.put(header, List.of(values));
        return other;
    }

    Program with(Secret secret) {
        return with("x-api-key", secret.apiKey().toString())
                .with("x-user-key", secret.userKey().toString());
    }

    Program bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The body existing clients send. */
    static String body(byte[] pdf) {
        return JSON.writeValueAsString(
                Map.of("file", "statement.pdf", "buffer", Base64.getEncoder().encodeToString(pdf)));
    }

    static String body(byte[] pdf, String password) {
        return JSON.writeValueAsString(
                Map.of(
                        "file",
                        "statement.pdf",
                        "buffer",
                        Base64.getEncoder().encodeToString(pdf),
                        "pass",
                        password));
    }

    JsonNode envelope(String path, String body) {
        return JSON.readTree(post(path, body).body());
    }

    HttpResponse<String> post(String path, String body) {
        return send("api-v6.localhost", "POST", path, HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send("api-v6.localhost", "POST", path, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> send(
            String host, String method, String path, HttpRequest.BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .method(method, body)
                        .header("Host", host + ":" + port);
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
