package za.co.spikedata.boot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.audit.AuditSettings;
import za.co.spikedata.guard.GuardSettings;
import za.co.spikedata.guard.Network;
import za.co.spikedata.vault.PlatformKeys;
import za.co.spikedata.vault.VaultSettings;
import za.co.spikedata.web.SessionSettings;

/** The vault's bucket, and the keys of those who keep secrets apart from it. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    /** The trail is chained by a key of its own, which the database alone does not give. */
    @Bean
    AuditSettings auditSettings(PlatformKeys keys, PortalSettings settings) {
        return new AuditSettings(keys.derive("audit chain"), settings.objects().bucket());
    }

    @Bean
    GuardSettings guardSettings(PlatformKeys keys, PortalSettings settings) {
        return new GuardSettings(
                keys.derive("guard"),
                settings.trusted().stream()
                        .flatMap(network -> Network.parse(network).stream())
                        .toList());
    }

    @Bean
    SessionSettings sessionSettings(PlatformKeys keys) {
        return new SessionSettings(keys.derive("session cookies"));
    }

    @Bean
    VaultSettings vaultSettings(PortalSettings settings) {
        return new VaultSettings(settings.objects().bucket());
    }
}
