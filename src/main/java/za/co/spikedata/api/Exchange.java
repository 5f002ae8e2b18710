package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.api.wire.Credit;
import za.co.spikedata.api.wire.Envelope;
import za.co.spikedata.api.wire.Form;
import za.co.spikedata.api.wire.Outcome;
import za.co.spikedata.api.wire.Outcomes;
import za.co.spikedata.audit.Origin;

/** One request and its answer, as far as HTTP goes. */
record Exchange(Form form, HttpServletRequest request, HttpServletResponse response) {
    /** Clients have misspelt it for years. */
    private static final Set<String> JSON =
            Set.of("application/json", "applications/json", "text/json");

    private static final String WANTS_STATUS = "status=http";

    /** Names the request in log and ledger, and to whoever sent it. */
    UUID id() {
        return UUID.fromString(Origin.current().requestId());
    }

    boolean isJson() {
        return isJson(request);
    }

    static boolean isJson(HttpServletRequest request) {
        try {
            var type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            return JSON.contains(type.getType() + "/" + type.getSubtype())
                    && (type.getCharset() == null
                            || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    boolean acceptsJson() {
        var accepted = String.join(",", values(HttpHeaders.ACCEPT)).toLowerCase(Locale.ROOT);
        return accepted.isBlank()
                || accepted.contains("json")
                || accepted.contains("*/*")
                || accepted.contains("application/*");
    }

    boolean isTooLong() {
        return request.getContentLengthLong() > PdfBody.longestBody(form.longestBase64());
    }

    /** An answer of the contract: always 200, unless the client asked to be told by the status. */
    void tell(Outcome outcome, Credit credit) throws IOException {
        var status = HttpStatus.OK;
        if (wantsStatus()) {
            status = status(form.code(form.told(outcome)));
            response.setHeader("Preference-Applied", WANTS_STATUS);
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        write(status, outcome, credit);
    }

    /** What no client of the contract sends is refused by the status too. */
    void refuse(HttpStatus status, String sentence) throws IOException {
        write(status, Outcomes.unfit(List.of(sentence)), Credit.NONE);
    }

    private void write(HttpStatus status, Outcome outcome, Credit credit) throws IOException {
        Remainder.drain(request, status);
        var body = new Envelope(id(), outcome, credit).write(form);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.VARY, "Prefer");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private boolean wantsStatus() {
        return values("Prefer").stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(value -> value.strip().equalsIgnoreCase(WANTS_STATUS));
    }

    private List<String> values(String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** What {@code Prefer: status=http} is answered with. */
    static HttpStatus status(Code code) {
        return switch (code) {
            case AUTHORIZATION -> HttpStatus.UNAUTHORIZED;
            case INSUFFICIENT_CREDIT -> HttpStatus.FORBIDDEN;
            case TOO_MANY_REQUESTS -> HttpStatus.TOO_MANY_REQUESTS;
            case EXCEPTION -> HttpStatus.INTERNAL_SERVER_ERROR;
            default -> code.isSuccess() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
