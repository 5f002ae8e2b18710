package za.co.spikedata.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server of a tenant's own: takes mail by TLS alone, from whoever knows its password. */
public final class Relay implements AutoCloseable {
    /** Before the {@code @}: who is known to none of them. */
    public static final String NOBODY = "nobody";

    private final ServerSocket door;
    private final SSLContext identity;
    private final Tls tls;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String password;

    /** When it encrypts. */
    public enum Tls {
        FIRST,
        STARTTLS,
        NEVER
    }

    Relay(SSLContext identity, Tls tls, String password) {
        this.identity = identity;
        this.tls = tls;
        this.password = password;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofPlatform().daemon().name("relay").start(this::serve);
    }

    /** A mail, and whom it was taken from. */
    public record Taken(String hello, String user, String message) {}

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Every line that came, those before TLS among them; no mail. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public void password(String changed) {
        password = changed;
    }

    /** Nobody else is served until this is closed, or for twenty seconds. */
    public Socket occupy() throws IOException {
        return new Socket(door.getInetAddress(), port());
    }

    int port() {
        return door.getLocalPort();
    }

    /** Waits for a mail to this address whose subject begins so. */
    public Taken await(String to, String subject) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            for (var each : taken) {
                if (each.message().contains("\nTo: " + to + "\n")
                        && each.message().contains("\nSubject: " + subject)) {
                    return each;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No mail to " + to + " about " + subject);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var client = door.accept()) {
                client.setSoTimeout(20_000);
                if (tls == Tls.FIRST) {
                    greet(encrypted(client), true);
                } else {
                    greet(client, false);
                }
            } catch (IOException gone) {
                heard.add("(gone)");
            }
        }
    }

    private Socket encrypted(Socket client) throws IOException {
        var layered = (SSLSocket) identity.getSocketFactory().createSocket(client, null, true);
        layered.setUseClientMode(false);
        layered.startHandshake();
        return layered;
    }

    private void greet(Socket client, boolean isEncrypted) throws IOException {
        say(client.getOutputStream(), "220 relay");
        talk(client, isEncrypted);
    }

    private void talk(Socket client, boolean isEncrypted) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(
                                client.getInputStream(), StandardCharsets.ISO_8859_1));
        var out = client.getOutputStream();
        var hello = "";
        var user = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            var word = line.split(" ")[0];
            switch (word) {
                case "EHLO" -> {
                    hello = line.substring(5);
                    boolean isOffered = !isEncrypted && tls == Tls.STARTTLS;
                    say(out, "250-relay\r\n250 " + (isOffered ? "STARTTLS" : "AUTH PLAIN"));
                }
                case "STARTTLS" -> {
                    say(out, "220 go");
                    talk(encrypted(client), true);
                    return;
                }
                case "AUTH" -> {
                    var told = line.split(" ");
                    if (told.length < 3) {
                        say(out, "334 ");
                        told = new String[] {"", "", in.readLine()};
                    }
                    var said =
                            new String(Base64.getDecoder().decode(told[2]), StandardCharsets.UTF_8)
                                    .split("\0");
                    boolean isKnown = isEncrypted && said[2].equals(password);
                    user = isKnown ? said[1] : "";
                    say(out, isKnown ? "235 welcome" : "535 no");
                }
                case "RCPT" -> say(out, isMet(line, user) ? "250 ok" : "550 nobody");
                case "DATA" -> {
                    if (user.isEmpty()) {
                        say(out, "530 sign in");
                    } else {
                        say(out, "354 go");
                        taken.add(new Taken(hello, user, message(in)));
                        say(out, "250 taken");
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, user.isEmpty() ? "530 sign in" : "250 ok");
            }
        }
    }

    /** Whoever signed in may write to all but {@link #NOBODY}. */
    private static boolean isMet(String line, String user) {
        return !user.isEmpty() && !line.contains("<" + NOBODY);
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
