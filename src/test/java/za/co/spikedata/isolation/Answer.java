package za.co.spikedata.isolation;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer without what differs between any two: the moment, the request's name, tokens. */
record Answer(int status, Map<String, List<String>> headers, String body) {
    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    static Answer of(HttpResponse<String> response, String askedFor) {
        var headers = new TreeMap<>(response.headers().map());
        List.of("date", "x-request-id", "set-cookie", "content-length").forEach(headers::remove);
        headers.replaceAll(
                (_, values) -> values.stream().map(value -> plain(value, askedFor)).toList());
        return new Answer(response.statusCode(), headers, plain(response.body(), askedFor));
    }

    private static String plain(String text, String askedFor) {
        return text.replace(askedFor, "ASKED")
                .replaceAll(UUIDS, "UUID")
                .replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1");
    }

    boolean isSentToSignIn() {
        return status == 302
                && headers.getOrDefault("location", List.of()).stream()
                        .anyMatch(location -> location.endsWith("/sign-in"));
    }
}
