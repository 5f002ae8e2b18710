package za.co.spikedata.webhooks;

import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.Unsealable;

/** Addresses and secrets of endpoints, as their rows keep them. */
@Component
class EndpointSeals {
    private final TenantSecrets secrets;

    EndpointSeals(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    byte[] url(TenantId tenant, UUID id, String url) {
        return secrets.seal(tenant, Endpoint.urlContext(id), url);
    }

    byte[] secret(TenantId tenant, UUID id, String secret) {
        return secrets.seal(tenant, Endpoint.secretContext(id), secret);
    }

    /** A question mark for one that was changed: nobody is kept from seeing the endpoint. */
    String url(TenantId tenant, Endpoint endpoint) {
        try {
            return secrets.unsealText(
                    tenant, Endpoint.urlContext(endpoint.id()), endpoint.sealedUrl());
        } catch (Unsealable | KeyRefused broken) {
            return "?";
        }
    }
}
