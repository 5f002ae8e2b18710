package za.co.spikedata.boot;

import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import za.co.spikedata.tenancy.Tenants;

/** Reads and checks the settings before anything is started, and offers them as beans. */
class SettingsInitializer implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        var valid = SettingsReader.read(context.getEnvironment());
        var unreachable = ExternalParts.mistakes(valid.settings());
        if (!unreachable.isEmpty()) {
            throw new InvalidSettings(unreachable);
        }
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("tls", TlsProperties.of(valid.certificates())));
        context.getEnvironment()
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "mail-transport",
                                TransportRules.mail(
                                        Optional.ofNullable(
                                                context.getEnvironment()
                                                        .getProperty("spring.mail.host")))));
        context.registerBean(PortalSettings.class, valid::settings);
        context.registerBean(Tenants.class, valid::tenants);
    }
}
