package za.co.spikedata.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import za.co.spikedata.support.AnyCertificate;

/** Who comes to one portal after the other, in as few connections as one needs. */
final class Strangers {
    private final int port;
    private final List<String> hosts;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .sslContext(AnyCertificate.context())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    Strangers(int port, List<String> hosts) {
        this.port = port;
        this.hosts = List.copyOf(hosts);
    }

    List<String> hosts() {
        return hosts;
    }

    /** Asks the next one for its sign-in page. */
    void visit(int turn) {
        var request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/sign-in"))
                        .header("Host", hosts.get(turn % hosts.size()) + ":" + port)
                        .header("Accept", "text/html")
                        .build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("Expected a sign-in page, got " + status);
            }
        } catch (IOException broken) {
            throw new IllegalStateException("Expected a sign-in page", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected a sign-in page", stopped);
        }
    }
}
