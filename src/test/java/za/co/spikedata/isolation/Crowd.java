package za.co.spikedata.isolation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;

/**
 * Clients of several tenants at once, while each tenant's brand is applied and taken back without
 * end: every answer wears one of its own tenant's two brands.
 */
final class Crowd {
    private static final List<String> PAGES =
            List.of("/sign-in", "/brand/{version}/tokens.css", "/security", "/nothing-here");

    /** Two for each tenant; dark enough to be worn as they are. */
    private static final List<String> COLOURS =
            List.of(
                    "#7a1f5c", "#0b5cad", "#2a6f4e", "#8a3a1f", "#4a3aa7", "#5c3d00", "#00575c",
                    "#6b1f1f");

    /** A busy machine lets go of connections before it answers; that tells nobody anything. */
    private static final int TRIES = 3;

    /** Between two rounds of changes, so that the clients have the machine meanwhile. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String BY = "00000000-0000-0000-0000-000000000001";

    private final int port;
    private final TenantVersions versions;
    private final List<Party> parties = new ArrayList<>();

    Crowd(int port, TenantVersions versions) {
        this.port = port;
        this.versions = versions;
        for (int i = 0; i < COLOURS.size(); i += 2) {
            parties.add(party(COLOURS.subList(i, i + 2)));
        }
    }

    /**
     * What came of it.
     *
     * @param wrong what answers told that is not their tenant's
     */
    record Told(int answers, int changes, Set<String> wrong) {}

    /** One tenant, the words that only its answers may hold, and its two brands. */
    private record Party(
            TenantId tenant,
            String host,
            String canary,
            List<String> colours,
            List<TenantVersion> brands) {
        boolean wears(String path, String body) {
            return path.endsWith(".css")
                    ? colours.stream().anyMatch(body::contains)
                    : body.contains(canary);
        }

        boolean isToldBy(String answer) {
            return answer.contains(canary)
                    || answer.contains(host)
                    || colours.stream().anyMatch(answer::contains);
        }
    }

    /**
     * @param goesOn whether each client asks once more, by how often it asked
     */
    Told ask(int clients, IntPredicate goesOn) throws InterruptedException {
        var wrong = new LinkedHashSet<String>();
        int answers = 0;
        int changes = 0;
        try (var client = client();
                var runners = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    IntStream.range(0, clients)
                            .mapToObj(i -> runners.submit(asker(client, i, goesOn)))
                            .toList();
            do {
                Thread.sleep(PAUSE);
                for (var party : parties) {
                    versions.apply(party.tenant(), other(party), "test", _ -> {});
                    changes++;
                }
            } while (!asked.stream().allMatch(Future::isDone));
            for (var each : asked) {
                var told = each.get();
                answers += told.answers();
                wrong.addAll(told.wrong());
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Expected answers", broken);
        }
        return new Told(answers, changes, wrong);
    }

    private Callable<Told> asker(HttpClient client, int number, IntPredicate goesOn) {
        var me = parties.get(number % parties.size());
        return () -> {
            var wrong = new LinkedHashSet<String>();
            var version = "";
            int turn = 0;
            for (; goesOn.test(turn); turn++) {
                var path = PAGES.get(turn % PAGES.size()).replace("{version}", version);
                var answer = answer(client, me, path);
                var whole = answer.headers().map() + "\n" + answer.body();
                if (!me.wears(path, answer.body())) {
                    wrong.add(me.host() + path + " wore no brand of its own");
                }
                parties.stream()
                        .filter(other -> !other.equals(me) && other.isToldBy(whole))
                        .forEach(other -> wrong.add(me.host() + path + " told of " + other.host()));
                if (path.equals("/sign-in")) {
                    version =
                            Jsoup.parse(answer.body())
                                    .select("link[href^=/brand/]")
                                    .attr("href")
                                    .split("/")[2];
                }
            }
            return new Told(turn, 0, wrong);
        };
    }

    private HttpResponse<String> answer(HttpClient client, Party party, String path)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                        .header("Host", party.host() + ":" + port)
                        .header("Accept", "text/html")
                        .build();
        for (int left = TRIES; ; left--) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException unanswered) {
                if (left == 0) {
                    throw unanswered;
                }
            }
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(AnyCertificate.context())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private TenantVersion other(Party party) {
        int served = versions.served(party.tenant());
        return party.brands().stream()
                .filter(brand -> brand.number() != served)
                .findFirst()
                .orElseThrow();
    }

    private Party party(List<String> colours) {
        var word = "mx-" + UUID.randomUUID().toString().substring(0, 8);
        var tenant = new TenantId(word);
        var host = word + ".localhost";
        var canary = "Canary " + UUID.randomUUID();
        var brands =
                colours.stream()
                        .map(colour ->
                                versions.save(tenant, files(host, canary, colour), BY, _ -> {}))
                        .toList();
        versions.apply(tenant, brands.getFirst(), "test", _ -> {});
        return new Party(tenant, host, canary, List.copyOf(colours), brands);
    }

    private static Map<String, String> files(String host, String canary, String colour) {
        var files = new HashMap<String, String>();
        files.put(
                "tenant.yml",
                """
                name: "%s in %s"
                hosts: ["%s"]
                colours: {primary: "%s"}
                mail: {from-name: Some, from-address: some@example.com}
                support: {email: help@example.com}
                """
                        .formatted(canary, colour, host, colour));
        return files;
    }
}
