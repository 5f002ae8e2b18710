package za.co.spikedata.vault;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The portal's vault where no object store answers; counts how often it is asked. */
public final class StorelessVault extends Vault {
    private final AtomicInteger asked = new AtomicInteger();

    public StorelessVault(ApplicationContext portal) {
        super(
                new ObjectStore(nowhere(), portal.getBean(VaultSettings.class)),
                portal.getBean(GoneNotes.class),
                portal.getBean(KeyRing.class),
                portal.getBean(VaultTable.class),
                portal.getBean(TenantDatabase.class),
                portal.getBean(BrokenSeals.class));
    }

    private static S3Client nowhere() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "word")))
                .overrideConfiguration(tries -> tries.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .forcePathStyle(true)
                .build();
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public int removeObjects(TenantId tenant, List<VaultId> ids) {
        asked.incrementAndGet();
        return super.removeObjects(tenant, ids);
    }

    @Override
    public Map<VaultId, Fields> fields(TenantId tenant, List<VaultId> ids) {
        asked.incrementAndGet();
        throw new StoreUnavailable(new IllegalStateException("No store"));
    }
}
