package za.co.spikedata.web.door;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What a program is told of a request that goes no further than the door (RFC 9457). */
final class BareProblem {
    /** The contract's codes, as in every problem that programs are told of. */
    static final String FAILED = "error/common/exception";

    static final String INVALID = "error/common/dev/invalid-inputs";

    private BareProblem() {}

    /**
     * @param reason a sentence without quotation marks
     */
    static String json(int status, String reason, UUID id) {
        boolean ours = BareAnswer.isOurs(status);
        var title =
                Optional.ofNullable(HttpStatus.resolve(status))
                        .map(HttpStatus::getReasonPhrase)
                        .orElse("");
        return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s","requestId":"%s"}\
        """
                .formatted(title, status, reason, ours ? FAILED : INVALID, id);
    }
}
