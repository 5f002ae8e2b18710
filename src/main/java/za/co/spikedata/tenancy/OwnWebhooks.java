package za.co.spikedata.tenancy;

/** Tells how many webhooks a tenant's administrators made by hand. */
@FunctionalInterface
public interface OwnWebhooks {
    int of(TenantId tenant);
}
