package za.co.spikedata.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person without script: keeps cookies, fills in forms, follows no redirect by itself. */
public final class Browserless {
    private static final Map<String, AuthenticatorApp> APPS = new ConcurrentHashMap<>();

    /** Cookies of sessions with a second factor; a code opens once, and the next takes 30 s. */
    private static final Map<String, String> INSIDE = new ConcurrentHashMap<>();

    /** Sign-ins of many people at once wait for each other. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int port;
    private final String host;
    private final HttpClient client;
    private final List<String> cookies = new ArrayList<>();

    public Browserless(int port, String host) {
        this(port, host, "127.0.0.1");
    }

    /**
     * @param from the loopback address they come from
     */
    public Browserless(int port, String host, String from) {
        this.port = port;
        this.host = host;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(AnyCertificate.context())
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .localAddress(InetAddress.ofLiteral(from))
                        .build();
    }

    /** Signs the first person of the host in, with a second factor where one is asked for. */
    public Browserless signIn() {
        return signIn(PortalTest.EMAIL, PortalTest.PASSWORD);
    }

    /** Signs in; whoever gave a second factor before goes on in that session while it lasts. */
    public Browserless signIn(String email, String password) {
        if (cookies.isEmpty() && INSIDE.containsKey(key(email))) {
            carry(INSIDE.get(key(email)));
            if (get("/profile").statusCode() == 200) {
                return this;
            }
            cookies.clear();
        }
        givePassword(email, password);
        if (location(get("/")).endsWith("/second-factor")) {
            if (location(get("/second-factor")).endsWith("/enrol")) {
                enrol(email, password);
            } else {
                post("/second-factor", Map.of("code", app(email).next()));
            }
            INSIDE.put(key(email), cookies());
        }
        return this;
    }

    public HttpResponse<String> givePassword(String email, String password) {
        return post("/sign-in", Map.of("email", email, "password", password));
    }

    /** Adds an authenticator and tells the recovery codes. */
    public List<String> enrol(String email, String password) {
        post("/second-factor/enrol", Map.of("password", password));
        var app = new AuthenticatorApp(page("/second-factor/enrol/code").select(".secret").text());
        APPS.put(key(email), app);
        var told = post("/second-factor/enrol/code", Map.of("code", app.next()));
        return Jsoup.parse(told.body()).select(".recovery-codes code").eachText();
    }

    /** The app that holds the person's authenticator since {@link #enrol}. */
    public AuthenticatorApp app(String email) {
        return APPS.get(key(email));
    }

    private String key(String email) {
        return port + " " + host + " " + email;
    }

    /** Where a response sends its reader, empty when nowhere. */
    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    /** What a page says against what was sent to it, empty when nothing. */
    public static String refusal(HttpResponse<String> response) {
        return Jsoup.parse(response.body()).select("main [role=alert]").text();
    }

    /** What these fields of a page hold, in their order. */
    public static List<String> typed(HttpResponse<String> response, String selector) {
        return Jsoup.parse(response.body()).select(selector).stream().map(Element::val).toList();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public byte[] bytes(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    /** The answer as it came, whatever it is of. */
    public HttpResponse<byte[]> whole(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    /** Posts the fields with the token of the sign-in page or of {@code /statements}. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    /** The same where a file is answered. */
    public HttpResponse<byte[]> postForFile(String path, Map<String, String> fields) {
        return send(form(path, fields), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("_csrf", token());
        var body =
                all.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Posts a form with a token and one more header. */
    public HttpResponse<String> postAs(String header, String value, String path, String form) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(header, value)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        form + "&_csrf=" + encode(token()))));
    }

    /** Posts a form with this token. */
    public HttpResponse<String> postWith(String token, String path, String form) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        form + "&_csrf=" + encode(token))));
    }

    /** A fresh token against request forgery for this session. */
    public String token() {
        var page = page("/sign-in");
        return page.select("input[name=_csrf]").attr("value");
    }

    public HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .header("Host", host + ":" + port)
                        .header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies));
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            var response = client.send(request.build(), handler);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException broken) {
            throw new IllegalStateException("Expected an answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected an answer", stopped);
        }
    }

    /** Sends these cookies from now on, as somebody who stole them would. */
    public void carry(String stolen) {
        cookies.addAll(List.of(stolen.split("; ")));
    }

    /** The cookies as one header value. */
    public String cookies() {
        return String.join("; ", cookies);
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0];
        var name = pair.substring(0, pair.indexOf('=') + 1);
        cookies.removeIf(kept -> kept.startsWith(name));
        cookies.add(pair);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
