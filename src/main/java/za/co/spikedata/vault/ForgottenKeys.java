package za.co.spikedata.vault;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Tenants;

/** Each node forgets the keys of tenants that it serves no more, as soon as it does not. */
@Component
class ForgottenKeys {
    ForgottenKeys(Tenants tenants, KeyRing keys) {
        tenants.onChange(() ->
                keys.keepOnly(
                        tenants.all().stream()
                                .map(brand -> brand.tenant().id())
                                .collect(Collectors.toSet())));
    }
}
