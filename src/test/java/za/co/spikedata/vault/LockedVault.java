package za.co.spikedata.vault;

import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import za.co.spikedata.tenancy.TenantDatabase;

/** The portal's vault, whose store refuses to delete some objects as it does under a lock. */
public final class LockedVault extends Vault {
    public LockedVault(ApplicationContext portal, Set<String> locked) {
        super(
                new ObjectStore(
                        new Locking(portal.getBean(S3Client.class), locked),
                        portal.getBean(VaultSettings.class)),
                portal.getBean(GoneNotes.class),
                portal.getBean(KeyRing.class),
                portal.getBean(VaultTable.class),
                portal.getBean(TenantDatabase.class),
                portal.getBean(BrokenSeals.class));
    }

    private static final class Locking extends DelegatingS3Client {
        private final Set<String> locked;

        Locking(S3Client store, Set<String> locked) {
            super(store);
            this.locked = locked;
        }

        @Override
        public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
            Predicate<ObjectIdentifier> isLocked = each -> locked.contains(each.key());
            var all = request.delete().objects();
            var free = all.stream().filter(isLocked.negate()).toList();
            if (!free.isEmpty()) {
                super.deleteObjects(
                        request.toBuilder()
                                .delete(which -> which.objects(free).quiet(true))
                                .build());
            }
            return DeleteObjectsResponse.builder()
                    .errors(
                            all.stream()
                                    .filter(isLocked)
                                    .map(each ->
                                            S3Error.builder()
                                                    .key(each.key())
                                                    .code("AccessDenied")
                                                    .build())
                                    .toList())
                    .build();
        }
    }
}
