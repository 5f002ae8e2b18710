package za.co.spikedata.boot;

import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.LocalKeys;
import za.co.spikedata.vault.MasterKey;

/** The master key: from the settings, or from a key file made at the first start. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {
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
    KeyService keyService(MasterKey master, PortalSettings settings) {
        return new LocalKeys(
                master,
                settings.previousMasterKeys().stream()
                        .map(key -> new MasterKey(Base64.getDecoder().decode(key)))
                        .toList());
    }
}
