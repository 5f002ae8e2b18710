package za.co.spikedata.api;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.openapi.Forms;

/** Everything that can be wrong with a request for documents (RFC 9457). */
enum Problem {
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, Code.AUTHORIZATION.message(), Code.AUTHORIZATION.wire()),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "The token or the keys are not for this.",
            Code.AUTHORIZATION.wire()),
    NO_CREDIT(
            HttpStatus.PAYMENT_REQUIRED,
            Code.INSUFFICIENT_CREDIT.message(),
            Code.INSUFFICIENT_CREDIT.wire()),
    MALFORMED(HttpStatus.BAD_REQUEST, "The request is not of the form that is described."),
    UNKNOWN(HttpStatus.NOT_FOUND, "There is nothing like this at this address."),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED, "This address does not know the method."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "A result comes as JSON, CSV or XLSX, with its balances as OFX or camt.053 too; all"
                    + " else as JSON."),
    UNFINISHED(HttpStatus.CONFLICT, "The document is not read yet."),
    UNDER_WAY(
            HttpStatus.CONFLICT, "The first request with this Idempotency-Key is still under way."),
    LOCKED(HttpStatus.CONFLICT, "The document waits for its password."),
    NOT_LOCKED(HttpStatus.CONFLICT, "The document waits for no password."),
    HELD(HttpStatus.CONFLICT, "A legal hold keeps the document."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "A file has at most %,d bytes.".formatted(SentFile.MOST_BYTES)),
    MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Send application/pdf, or one file as multipart/form-data."),
    NOT_A_PDF(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The file is no PDF."),
    NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json."),
    UNREAD(HttpStatus.UNPROCESSABLE_CONTENT, "The document has no result; its reason tells why."),
    OTHER_REQUEST(
            HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key came with another file before."),
    TOO_MANY(
            HttpStatus.TOO_MANY_REQUESTS,
            Code.TOO_MANY_REQUESTS.message(),
            Code.TOO_MANY_REQUESTS.wire()),
    AWAY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Nothing is lost, but not all that is needed answers; come again.",
            Code.EXCEPTION.wire()),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR, Code.EXCEPTION.message(), Code.EXCEPTION.wire());

    static final MediaType TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    private final HttpStatus status;
    private final String detail;
    private final String code;

    Problem(HttpStatus status, String detail) {
        this(status, detail, Code.INVALID_INPUTS.wire());
    }

    Problem(HttpStatus status, String detail, String code) {
        this.status = status;
        this.detail = detail;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return "urn:problem-type:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String detail() {
        return detail;
    }

    /** Whether the same request may do better a second later. */
    boolean passes() {
        return this == TOO_MANY || this == UNFINISHED || this == UNDER_WAY || this == AWAY;
    }

    /** What a status says that no address of ours chose. */
    static Problem of(int status) {
        return switch (status) {
            case 404 -> UNKNOWN;
            case 405 -> METHOD;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> MEDIA_TYPE;
            case 429 -> TOO_MANY;
            case 503 -> AWAY;
            default -> status >= 500 ? FAILED : MALFORMED;
        };
    }

    byte[] body(UUID request) {
        return Forms.bytes(
                new ProblemView(
                        type(), status.getReasonPhrase(), status.value(), detail, code, request));
    }
}
