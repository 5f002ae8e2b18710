package za.co.spikedata.boot;

import java.util.List;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import za.co.spikedata.vault.Shelf;

/**
 * What a bucket does by itself, should the deleter fail to. What people uploaded may be under a
 * legal hold, and the same bucket holds the ends of the audit trails: only uploads that were cut
 * off go from there.
 */
final class Lifecycles {
    /** Failures are kept for a week at most; one day more, so that the deleter comes first. */
    private static final int REPLICA_DAYS = 8;

    private static final int LEFTOVER_DAYS = 1;

    private Lifecycles() {}

    static List<LifecycleRule> of(Shelf shelf) {
        var leftovers =
                rule("cut-off-uploads")
                        .abortIncompleteMultipartUpload(
                                abort -> abort.daysAfterInitiation(LEFTOVER_DAYS))
                        .build();
        return switch (shelf) {
            case PDF, KEY -> List.of(leftovers);
            case REPLICA ->
                    List.of(
                            leftovers,
                            rule("old-replicas")
                                    .expiration(after -> after.days(REPLICA_DAYS))
                                    .noncurrentVersionExpiration(
                                            after -> after.noncurrentDays(LEFTOVER_DAYS))
                                    .build());
        };
    }

    private static LifecycleRule.Builder rule(String id) {
        return LifecycleRule.builder()
                .id(id)
                .status(ExpirationStatus.ENABLED)
                .filter(LifecycleRuleFilter.builder().prefix("").build());
    }
}
