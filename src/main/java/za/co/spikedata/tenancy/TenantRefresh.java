package za.co.spikedata.tenancy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Keeps this node's tenants those of the database: before it serves, and while it does. */
@Component
class TenantRefresh implements SmartInitializingSingleton, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(TenantRefresh.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final TenantVersions versions;
    private final StoredTenants stored;
    private final ServedDocuments documents;
    private @Nullable ScheduledExecutorService watching;
    private long seen;

    TenantRefresh(TenantVersions versions, StoredTenants stored, ServedDocuments documents) {
        this.versions = versions;
        this.stored = stored;
        this.documents = documents;
    }

    @Override
    public void afterSingletonsInstantiated() {
        seen = documents.change();
        versions.start();
        var thread = Thread.ofPlatform().daemon().name("tenants-", 0).factory();
        watching = Executors.newSingleThreadScheduledExecutor(thread);
        watching.scheduleWithFixedDelay(
                this::look, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A look that fails must not be the last; until the next, what was served is served. */
    private void look() {
        try {
            long change = documents.change();
            if (change != seen) {
                stored.serve();
                seen = change;
            }
        } catch (RuntimeException failed) {
            log.error("Expected the tenants' documents", failed);
        }
    }

    @Override
    public void destroy() {
        if (watching != null) {
            watching.shutdownNow();
        }
    }
}
