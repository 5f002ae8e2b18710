package za.co.spikedata.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * The name server of all tests, over UDP: knows TXT records, and that names with one lead here. It
 * comes before the settings are read.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class NameServer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int LONGEST = 4_096;
    private static final Map<String, List<String>> TEXTS = new ConcurrentHashMap<>();
    private static final DatagramSocket SOCKET = open();

    /** Says nothing at all about this name from now on. */
    private static final List<String> BROKEN = List.of("?");

    static {
        Thread.ofPlatform().daemon().name("name-server").start(NameServer::serve);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("portal.dns=127.0.0.1:" + SOCKET.getLocalPort()).applyTo(context);
    }

    public static int port() {
        return SOCKET.getLocalPort();
    }

    /** From now on this name has these TXT records. */
    public static void say(String name, String... texts) {
        TEXTS.put(name, List.of(texts));
    }

    /** From now on the server fails when it is asked about this name. */
    public static void fail(String name) {
        TEXTS.put(name, BROKEN);
    }

    private static DatagramSocket open() {
        try {
            return new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static void serve() {
        var buffer = new byte[LONGEST];
        while (true) {
            try {
                var asked = new DatagramPacket(buffer, buffer.length);
                SOCKET.receive(asked);
                var answer = answer(new Message(asked.getData())).toWire();
                SOCKET.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            } catch (IOException malformed) {
                // The next one is answered all the same.
            }
        }
    }

    private static Message answer(Message asked) {
        var question = asked.getQuestion();
        var answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        var texts = TEXTS.get(question.getName().toString(true).toLowerCase(Locale.ROOT));
        if (texts == BROKEN) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (texts == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else if (question.getType() == Type.TXT) {
            texts.forEach(text ->
                    answer.addRecord(
                            new TXTRecord(question.getName(), DClass.IN, 0, text), Section.ANSWER));
        } else if (question.getType() == Type.A) {
            answer.addRecord(
                    new ARecord(question.getName(), DClass.IN, 0, SOCKET.getLocalAddress()),
                    Section.ANSWER);
        }
        return answer;
    }
}
