package za.co.spikedata.boot;

import java.util.Base64;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.audit.AuditSettings;
import za.co.spikedata.guard.GuardSettings;
import za.co.spikedata.guard.Network;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.LocalKeys;
import za.co.spikedata.vault.MasterKey;
import za.co.spikedata.vault.VaultSettings;
import za.co.spikedata.web.SessionSettings;

/** The vault's key and bucket: from the settings, or from a key file made at the first start. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final int KEY_BYTES = 32;

    @Bean
    MasterKey masterKey(PortalSettings settings) {
        return new MasterKey(
                settings.masterKey()
                        .map(Base64.getDecoder()::decode)
                        .orElseGet(() ->
                                KeptSecret.in(settings.data().resolve("master.key"), KEY_BYTES)));
    }

    @Bean
    KeyService keyService(MasterKey master) {
        return new LocalKeys(master, List.of());
    }

    /** The trail is chained by a key of its own, which only the master key gives. */
    @Bean
    AuditSettings auditSettings(MasterKey master, PortalSettings settings) {
        return new AuditSettings(master.derive("audit chain"), settings.objects().bucket());
    }

    @Bean
    GuardSettings guardSettings(MasterKey master, PortalSettings settings) {
        return new GuardSettings(
                master.derive("guard"),
                settings.trusted().stream()
                        .flatMap(network -> Network.parse(network).stream())
                        .toList());
    }

    @Bean
    SessionSettings sessionSettings(MasterKey master) {
        return new SessionSettings(master.derive("session cookies"));
    }

    @Bean
    VaultSettings vaultSettings(PortalSettings settings) {
        return new VaultSettings(settings.objects().bucket());
    }
}
