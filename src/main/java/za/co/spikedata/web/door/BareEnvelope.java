package za.co.spikedata.web.door;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What programs of the frozen addresses are told: the contract's envelope, as flat as it comes. */
final class BareEnvelope {
    private static final Set<String> ADDRESSES =
            Set.of("/pdf", "/pdf1", "/pdf2", "/pdf2test", "/csv");

    private BareEnvelope() {}

    static boolean isReadAt(@Nullable String path) {
        return path != null && ADDRESSES.contains(path);
    }

    /**
     * @param reason a sentence without quotation marks
     */
    static String json(int status, String reason, UUID id) {
        boolean ours = BareAnswer.isOurs(status);
        return """
        {"requestId":"%s","code":"%s","type":4,"data":["%s"],"message":"%s","blame":"%s",\
        "score":0,"authenticity":"unknown","creditBalance":0,"creditsDeducted":0}\
        """
                .formatted(
                        id,
                        ours ? BareProblem.FAILED : BareProblem.INVALID,
                        reason,
                        ours ? "Something failed on our side." : "The request does not fit.",
                        ours ? "SPIKE" : "CLIENT");
    }
}
