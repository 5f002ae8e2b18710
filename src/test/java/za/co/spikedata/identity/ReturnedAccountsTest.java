package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

/** Accounts that ended and are there again, where nobody else is in charge. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class ReturnedAccountsTest {
    @Autowired private ReturnedAccounts returned;
    @Autowired private People people;
    @Autowired private PersonTable table;
    @Autowired private TenantVersions versions;

    private final TenantId tenant = new TenantId(NewTenant.name("left"));

    @BeforeEach
    void serve() {
        serve("console");
    }

    @AfterEach
    void end() {
        versions.end(tenant, () -> {});
    }

    @Test
    @DisplayName("DEL-03 the last in charge of a console stays until somebody else is")
    void leavesNoConsoleToNobody(CapturedOutput output) {
        var operator = added("first@example.com", Person.Role.OPERATOR);
        added("support@example.com", Person.Role.SUPPORT);

        assertThat(returned.endAgain(tenant, operator.value())).isFalse();
        assertThat(table.find(tenant, operator)).isPresent();
        assertThat(output.getAll())
                .contains("that ended came back and is the only one in charge: invite somebody");

        added("second@example.com", Person.Role.OPERATOR);
        assertThat(returned.endAgain(tenant, operator.value())).isTrue();
        assertThat(table.find(tenant, operator)).isEmpty();
    }

    @Test
    @DisplayName("DEL-03 the last in charge of a portal goes, since operators invite another")
    void endsTheLastInChargeOfAPortal() {
        serve("portal");
        var administrator = added("first@example.com", Person.Role.ADMINISTRATOR);

        assertThat(returned.endAgain(tenant, administrator.value())).isTrue();
        assertThat(table.find(tenant, administrator)).isEmpty();
    }

    private PersonId added(String email, Person.Role role) {
        return people.add(tenant, email, PortalTest.PASSWORD, role).id();
    }

    private void serve(String kind) {
        var files =
                Map.of(
                        "tenant.yml",
                        """
                        name: Left %1$s
                        hosts: ["%1$s.{domain}"]
                        theme: base
                        kind: %2$s
                        locale: en-ZA
                        languages: [en]
                        mail:
                          from-name: Left
                          from-address: left@{domain}
                        support:
                          email: support@{domain}
                        demo: false
                        """
                                .formatted(tenant.value(), kind));
        versions.apply(tenant, versions.save(tenant, files, "test", _ -> {}), "test", _ -> {});
    }
}
