package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TransportRulesTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.com/portal, 1",
        "jdbc:postgresql://db.example.com/portal?sslmode=require, 1",
        "jdbc:postgresql://localhost.example.com/portal, 1",
        "jdbc:postgresql://127.0.0.1.example.com/portal, 1",
        "'jdbc:postgresql://localhost,db.example.com/portal', 1",
        "jdbc:postgresql://db.example.com?user=x&sslmode=verify-full, 0",
        "jdbc:postgresql://db.example.com:5432/portal?sslmode=verify-full, 0",
        "jdbc:postgresql://127.0.0.1:5432/portal, 0",
        "jdbc:postgresql://[::1]/portal, 0",
        "jdbc:postgresql:portal, 0"
    })
    void letNoDatabaseBeReadOnItsWay(String url, int mistakes) {
        assertThat(TransportRules.mistakes(settings("portal.database.url", url))).hasSize(mistakes);
    }

    @ParameterizedTest
    @CsvSource({
        "http://store.example.com, 1",
        "http://127.0.0.1.example.com, 1",
        "https://store.example.com, 0",
        "http://127.0.0.1:9000, 0"
    })
    void letNoObjectBeReadOnItsWay(String endpoint, int mistakes) {
        assertThat(TransportRules.mistakes(settings("portal.objects.endpoint", endpoint)))
                .hasSize(mistakes);
    }

    @Test
    void sendMailToOtherMachinesOnlyEncrypted() {
        assertThat(TransportRules.mail(Optional.of("smtp.example.com")))
                .containsEntry("spring.mail.properties.mail.smtp.starttls.required", "true")
                .containsEntry("spring.mail.properties.mail.smtp.ssl.checkserveridentity", "true");
        assertThat(TransportRules.mail(Optional.of("127.0.0.1"))).isEmpty();
        assertThat(TransportRules.mail(Optional.empty())).isEmpty();
    }

    private static PortalSettings settings(String name, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of(name, value)))
                .bindOrCreate("portal", Bindable.of(PortalSettings.class));
    }
}
