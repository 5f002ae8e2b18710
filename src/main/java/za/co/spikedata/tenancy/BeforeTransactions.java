package za.co.spikedata.tenancy;

/** What a transaction may need of others than the database, and must not wait for inside. */
public interface BeforeTransactions {
    /** Gets it, as far as it can be had now; what fails here fails again where it is needed. */
    void prepare(TenantId tenant);
}
