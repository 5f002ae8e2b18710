package za.co.spikedata.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import za.co.spikedata.support.AnyCertificate;

/** Programs that send statements to the API, each its own way through the same requests. */
final class Requests {
    /** More connections than this come from nobody at once. */
    private static final int MOST_CONNECTIONS = 256;

    /** Whoever is told nothing for so long goes away. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    private final int port;
    private final List<Secret> keys;
    private final List<String> bodies;
    private final AtomicInteger next = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .sslContext(AnyCertificate.context())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    Requests(int port, List<Secret> keys, List<String> bodies) {
        this.port = port;
        this.keys = List.copyOf(keys);
        this.bodies = List.copyOf(bodies);
    }

    /**
     * One answer.
     *
     * @param second in which it was asked for, from when asking began
     * @param status 0 where there was none
     * @param millis how long it took
     */
    record Answer(int second, int status, double millis) {}

    Answer send() {
        return send(System.nanoTime());
    }

    private Answer send(long began) {
        int turn = next.getAndIncrement();
        var key = keys.get(turn % keys.size());
        var request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/pdf2"))
                        .timeout(PATIENCE)
                        .header("Host", "api.localhost:" + port)
                        .header("Content-Type", "application/json")
                        .header("Prefer", "status=http")
                        .header("x-api-key", key.apiKey().toString())
                        .header("x-user-key", key.userKey().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(bodies.get(turn % bodies.size())))
                        .build();
        long from = System.nanoTime();
        int second = (int) ((from - began) / NANOS_A_SECOND);
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return new Answer(second, answer.statusCode(), millisSince(from));
        } catch (IOException dropped) {
            return new Answer(second, 0, millisSince(from));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static double millisSince(long from) {
        return (System.nanoTime() - from) / NANOS_A_MILLI;
    }

    /** How many answers came, and how many a second. */
    record Answered(int count, double aSecond) {}

    /** What so many programs get answered that each wait for their answers. */
    Answered answered(int programs, double seconds) throws InterruptedException {
        var good = new AtomicInteger();
        long from = System.nanoTime();
        long until = from + (long) (seconds * NANOS_A_SECOND);
        var all =
                Arrays.stream(new int[programs])
                        .mapToObj(_ ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            while (System.nanoTime() < until) {
                                                if (send().status() == 200) {
                                                    good.incrementAndGet();
                                                }
                                            }
                                        }))
                        .toList();
        for (var each : all) {
            each.join();
        }
        double passed = (System.nanoTime() - from) / NANOS_A_SECOND;
        return new Answered(good.get(), good.get() / passed);
    }

    /**
     * Opens as many connections as there may be, as programs have them that asked before: what is
     * measured next is answers, not handshakes.
     */
    void connect() {
        try (var programs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MOST_CONNECTIONS; i++) {
                programs.execute(this::send);
            }
        }
    }

    /** So many a second, whether or not those before are answered. */
    List<Answer> arrive(double aSecond, double seconds) {
        var answers = new ConcurrentLinkedQueue<Answer>();
        var connections = new Semaphore(MOST_CONNECTIONS);
        long from = System.nanoTime();
        int count = (int) Math.ceil(aSecond * seconds);
        try (var programs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long at = from + (long) (i / aSecond * NANOS_A_SECOND);
                while (System.nanoTime() < at) {
                    LockSupport.parkNanos(at - System.nanoTime());
                }
                connections.acquireUninterruptibly();
                programs.execute(() -> {
                    answers.add(send(from));
                    connections.release();
                });
            }
        }
        return List.copyOf(answers);
    }
}
