package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DriverOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1/portal?stringtype=unspecified, stringtype",
        "jdbc:postgresql://127.0.0.1/portal?stringtype=%55NSPECIFIED, stringtype",
        "jdbc:postgresql://127.0.0.1/portal?user=x&prepareThreshold=-1, prepareThreshold",
        "jdbc:postgresql:portal?preferQueryMode=simple&ssl=true, preferQueryMode",
    })
    void areRefusedWhereTheyPartAStatementFromItsTenant(String url, String option) {
        assertThat(DriverOptions.mistakes(database(url)))
                .singleElement()
                .asString()
                .startsWith("portal.database.url: " + option + "=");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.com/portal?sslmode=verify-full",
        "jdbc:postgresql://127.0.0.1/portal?stringtype=varchar&prepareThreshold=3",
        "jdbc:postgresql:portal?preferQueryMode=extended",
        "jdbc:mysql://db/portal?stringtype=unspecified",
    })
    void areTakenWhereTheyDoNot(String url) {
        assertThat(DriverOptions.mistakes(database(url))).isEmpty();
    }

    private static PortalSettings.Database database(String url) {
        return new Binder(new MapConfigurationPropertySource(Map.of("portal.database.url", url)))
                .bindOrCreate("portal", Bindable.of(PortalSettings.class))
                .database();
    }
}
