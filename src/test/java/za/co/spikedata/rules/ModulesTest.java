package za.co.spikedata.rules;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import za.co.spikedata.Portal;
import za.co.spikedata.rules.broken.modular.Modular;

/** Each module uses only those that its {@code package-info} allows, and no other's insides. */
class ModulesTest {
    @Test
    void useOnlyWhatTheyMay() {
        ApplicationModules.of(Portal.class).verify();
    }

    @Test
    void areCaughtWhenTheyUseMore() {
        var broken = ApplicationModules.of(Modular.class, everything -> true);
        assertThatExceptionOfType(Violations.class)
                .isThrownBy(broken::verify)
                .withMessageContaining("left");
    }
}
