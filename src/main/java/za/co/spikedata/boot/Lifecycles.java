package za.co.spikedata.boot;

import java.util.List;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;

/**
 * What a bucket does by itself. Anything in it may be under a legal hold, of which no bucket knows,
 * and one of them holds the ends of the audit trails: only uploads that were cut off go by their
 * age, and the deleter takes the rest.
 */
final class Lifecycles {
    private static final int LEFTOVER_DAYS = 1;

    private Lifecycles() {}

    static List<LifecycleRule> ofAll() {
        return List.of(
                LifecycleRule.builder()
                        .id("cut-off-uploads")
                        .status(ExpirationStatus.ENABLED)
                        .filter(LifecycleRuleFilter.builder().prefix("").build())
                        .abortIncompleteMultipartUpload(
                                abort -> abort.daysAfterInitiation(LEFTOVER_DAYS))
                        .build());
    }
}
