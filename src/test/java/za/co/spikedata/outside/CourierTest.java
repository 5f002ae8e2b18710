package za.co.spikedata.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.outside.Courier.Fault.NOT_PUBLIC;
import static za.co.spikedata.outside.Courier.Fault.NO_CONNECTION;
import static za.co.spikedata.outside.Courier.Fault.NO_HTTP;
import static za.co.spikedata.outside.Courier.Fault.TOO_SLOW;
import static za.co.spikedata.outside.Courier.Fault.UNKNOWN_NAME;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.destinations.Destination;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.outside.Courier.Answer;
import za.co.spikedata.outside.Courier.Reply;
import za.co.spikedata.support.Receiver;

class CourierTest {
    private static final String HOST = "hooks.example.com";

    /** A port that only the superuser may listen on, and nobody does. */
    private static final int NOBODYS = 1;

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Courier.Limits PATIENT =
            new Courier.Limits(Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final Courier.Limits HASTY =
            new Courier.Limits(Duration.ofSeconds(30), Duration.ofMillis(300));

    private Receiver receiver;

    @BeforeEach
    void somebodyListens() {
        receiver = new Receiver(Receiver.status(204));
    }

    @AfterEach
    void nobodyListens() throws Exception {
        receiver.close();
    }

    @Test
    void bringsTheBodyToTheAddressItLookedAtAndLooksOnce() throws Exception {
        var lookups = new AtomicInteger();
        var courier =
                courier(
                        Set.of(HOST),
                        host -> {
                            lookups.incrementAndGet();
                            return addresses("127.0.0.1");
                        },
                        PATIENT);

        assertThat(courier.post(to("/a?b=c"), Map.of("webhook-id", "1"), BODY))
                .isEqualTo(new Answer.Status(204));
        var request = receiver.await();
        assertThat(request.line()).isEqualTo("POST /a?b=c HTTP/1.1");
        assertThat(request.headers())
                .containsEntry("host", HOST + ":" + receiver.port())
                .containsEntry("webhook-id", "1")
                .containsEntry("connection", "close");
        assertThat(request.body()).isEqualTo(BODY);
        assertThat(lookups).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "169.254.169.254",
                "10.0.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "1.1.1.1 127.0.0.1",
                "127.0.0.1 1.1.1.1"
            })
    void goesNowhereWhenAnyAddressOfTheNameIsNotPublic(String addresses) {
        var courier = courier(Set.of(), _ -> addresses(addresses.split(" ")), PATIENT);

        assertThat(courier.post(to("/"), Map.of(), BODY)).isEqualTo(new Answer.None(NOT_PUBLIC));
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void goesNowhereWithoutAnAddress() {
        var unknown =
                courier(
                        Set.of(),
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        PATIENT);
        var none = courier(Set.of(HOST), _ -> addresses(), PATIENT);

        assertThat(unknown.post(to("/"), Map.of(), BODY)).isEqualTo(new Answer.None(UNKNOWN_NAME));
        assertThat(none.post(to("/"), Map.of(), BODY)).isEqualTo(new Answer.None(NOT_PUBLIC));
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (var other = new Receiver(Receiver.status(200))) {
            receiver.behave(
                    Receiver.text(
                            "HTTP/1.1 307 So\r\nlocation: http://127.0.0.1:%d/\r\n\r\n"
                                    .formatted(other.port())));

            assertThat(allowed(PATIENT).post(to("/"), Map.of(), BODY))
                    .isEqualTo(new Answer.Status(307));
            assertThat(other.waiting()).isZero();
        }
    }

    @Test
    void readsNoMoreThanTheHead() {
        receiver.behave(client -> {
            Receiver.text("HTTP/1.1 200 OK\r\n\r\n").answer(client);
            while (true) {
                client.getOutputStream().write(new byte[8192]);
            }
        });

        assertThat(allowed(PATIENT).post(to("/"), Map.of(), BODY))
                .isEqualTo(new Answer.Status(200));
    }

    @Test
    void waitsForTheFinalAnswer() {
        receiver.behave(
                Receiver.text("HTTP/1.1 103 Early\r\nlink: x\r\n\r\nHTTP/1.1 201 So\r\n\r\n"));

        assertThat(allowed(PATIENT).post(to("/"), Map.of(), BODY))
                .isEqualTo(new Answer.Status(201));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 2000 x\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/2 200\r\n\r\n"
            })
    void takesNothingElseForAnAnswer(String text) {
        receiver.behave(Receiver.text(text));

        assertThat(allowed(PATIENT).post(to("/"), Map.of(), BODY))
                .isEqualTo(new Answer.None(NO_HTTP));
    }

    @Test
    void takesNoHeadWithoutAnEnd() {
        receiver.behave(Receiver.text("HTTP/1.1 200 OK\r\nx: " + "y".repeat(40_000)));

        assertThat(allowed(PATIENT).post(to("/"), Map.of(), BODY))
                .isEqualTo(new Answer.None(NO_HTTP));
    }

    @Test
    void endsWhateverDripsIn() {
        receiver.behave(client -> {
            while (true) {
                client.getOutputStream().write('H');
                Thread.sleep(20);
            }
        });

        assertThat(allowed(HASTY).post(to("/"), Map.of(), BODY))
                .isEqualTo(new Answer.None(TOO_SLOW));
    }

    @Test
    void saysWhenNobodyListens() {
        assertThat(
                        allowed(PATIENT)
                                .post(new Destination(false, HOST, NOBODYS, "/"), Map.of(), BODY))
                .isEqualTo(new Answer.None(NO_CONNECTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 5\r\n\r\nhello, and more",
                "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n",
                "connection: close\r\n\r\nhello"
            })
    void fetchesADocumentHoweverItsLengthIsTold(String rest) throws Exception {
        receiver.behave(Receiver.text("HTTP/1.1 200 OK\r\n" + rest));

        assertThat(allowed(PATIENT).fetch(to("/keys")))
                .isInstanceOfSatisfying(
                        Reply.Document.class,
                        document -> assertThat(document.body()).asString().isEqualTo("hello"));
        assertThat(receiver.await().line()).isEqualTo("GET /keys HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 6\r\n\r\nhello",
                "content-length: -1\r\n\r\nhello",
                "content-length: 999999999\r\n\r\nhello",
                "transfer-encoding: chunked\r\n\r\n5\r\nhello",
                "transfer-encoding: chunked\r\n\r\nfffffff\r\nhello\r\n0\r\n\r\n",
                "transfer-encoding: chunked\r\n\r\n-1\r\nhello\r\n0\r\n\r\n",
                "transfer-encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "content-encoding: gzip\r\n\r\nhello"
            })
    void takesNoDocumentThatIsNotWhole(String rest) {
        receiver.behave(Receiver.text("HTTP/1.1 200 OK\r\n" + rest));

        assertThat(allowed(PATIENT).fetch(to("/"))).isEqualTo(new Reply.None(NO_HTTP));
    }

    @Test
    void takesNoMoreThanItAskedFor() {
        receiver.behave(client -> {
            Receiver.text("HTTP/1.1 200 OK\r\n\r\n").answer(client);
            while (true) {
                client.getOutputStream().write(new byte[8192]);
            }
        });

        assertThat(allowed(PATIENT).fetch(to("/"))).isEqualTo(new Reply.None(NO_HTTP));
    }

    private Courier allowed(Courier.Limits limits) {
        return courier(Set.of(HOST), _ -> addresses("127.0.0.1"), limits);
    }

    private static Courier courier(
            Set<String> allowed, Courier.Names names, Courier.Limits limits) {
        return new Courier(
                new Dialer(
                        new OutsideSettings(allowed),
                        names,
                        SocketFactory.getDefault(),
                        (SSLSocketFactory) SSLSocketFactory.getDefault()),
                limits);
    }

    private Destination to(String path) {
        return new Destination(false, HOST, receiver.port(), path);
    }

    private static InetAddress[] addresses(String... literals) {
        var addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.ofLiteral(literals[i]);
        }
        return addresses;
    }
}
