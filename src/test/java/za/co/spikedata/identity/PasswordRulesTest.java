package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

class PasswordRulesTest {
    private static final Tenant ACME =
            Tenants.load(Optional.empty(), "localhost")
                    .find(new TenantId("acme"))
                    .orElseThrow()
                    .tenant();

    @Test
    void countCharactersAsPeopleDo() {
        assertThat(problem("pqzmvtkwydx")).contains("short");
        assertThat(problem("pqzmvtkwydxh")).isEmpty();
        assertThat(problem("\uD83D\uDC22".repeat(11))).contains("short");
    }

    @Test
    void refuseEveryLeakedOneThatIsLongEnough() throws IOException {
        var leaked =
                StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                        .filter(password -> password.length() >= PasswordRules.SHORTEST)
                        .toList();

        assertThat(leaked).hasSizeGreaterThan(50).allMatch(one -> problem(one).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acmehomeloans",
                "Acme Home Loans 1",
                "naledi.khumalo",
                "spikeportal2026",
                "statement1234",
                "bankstatement"
            })
    void refuseWordsOfThePlaceAndThePerson(String password) {
        assertThat(problem(password)).isPresent();
    }

    private static Optional<String> problem(String password) {
        return PasswordRules.problem(password, ACME, "naledi.khumalo@example.com");
    }
}
