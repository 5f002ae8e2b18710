package za.co.spikedata.issuers;

import za.co.spikedata.tenancy.TenantId;

/** A token and the provider it says it is of; nothing of it is proven. */
public final class ShownToken {
    private final TenantId tenant;
    private final Issuer issuer;
    private final Signed token;

    ShownToken(TenantId tenant, Issuer issuer, Signed token) {
        this.tenant = tenant;
        this.issuer = issuer;
        this.token = token;
    }

    TenantId tenant() {
        return tenant;
    }

    Issuer issuer() {
        return issuer;
    }

    Signed token() {
        return token;
    }
}
