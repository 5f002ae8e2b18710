package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantVersions;

/** A tenant decides what people are invited as, and whom that asks for a second factor. */
@PortalTest
class RolePolicyTest {
    private static final String FORM = "name=Lenders&fromName=L&supportEmail=h%40example.com";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonTable table;
    @Autowired private TenantVersions versions;

    private NewTenant tenant;
    private Browserless administrator;

    @BeforeEach
    void aTenantOffersEveryRole() {
        tenant = NewTenant.create(port, "role");
        administrator = tenant.administrator(people, port);
        assertThat(options("/people")).contains("VIEWER", "MEMBER", "ADMINISTRATOR");
    }

    @Test
    void invitesAndChangesNobodyToWhatIsNotOffered() {
        var viewer = add("viewer", Person.Role.VIEWER);
        var page = "/people/" + viewer.id();

        apply("notInvited=viewer");

        assertThat(document()).contains("roles:").doesNotContain("viewer");
        assertThat(options("/people")).containsExactly("MEMBER", "ADMINISTRATOR");
        assertThat(options(page)).contains("VIEWER"); // it is theirs
        var wish = Map.of("email", "late@example.com", "role", "VIEWER");
        assertThat(administrator.post("/people", wish).statusCode()).isEqualTo(404);
        assertThat(table.all(tenant.id()))
                .noneMatch(each -> each.person().email().equals("late@example.com"));
        assertThat(signIn("viewer").get("/statements").statusCode()).isEqualTo(200);
        administrator.post(page + "/role", Map.of("role", "MEMBER"));
        assertThat(options(page)).doesNotContain("VIEWER");
        var back = administrator.post(page + "/role", Map.of("role", "VIEWER"));
        assertThat(back.statusCode()).isEqualTo(404);

        apply("");
        assertThat(document()).doesNotContain("roles");
        assertThat(options("/people")).contains("VIEWER");
    }

    @Test
    @DisplayName("people of a role that must have a second factor get in with nothing less")
    void asksPeopleOfARoleForASecondFactor() {
        add("member", Person.Role.MEMBER);
        add("viewer", Person.Role.VIEWER);
        assertThat(signIn("member").get("/statements").statusCode()).isEqualTo(200);

        apply("secondFactor=optional&factorRoles=member");

        assertThat(Browserless.location(signIn("member").get("/statements")))
                .endsWith("/second-factor");
        assertThat(signIn("viewer").get("/statements").statusCode()).isEqualTo(200);
        assertThat(administrator.page("/security").text())
                .contains("People of some roles must give a second factor");
    }

    private Person add(String name, Person.Role role) {
        return people.add(tenant.id(), name + "@example.com", PortalTest.PASSWORD, role);
    }

    /** With the password alone. */
    private Browserless signIn(String name) {
        var browser = new Browserless(port, tenant.host());
        browser.post(
                "/sign-in",
                Map.of("email", name + "@example.com", "password", PortalTest.PASSWORD));
        return browser;
    }

    private java.util.List<String> options(String page) {
        return administrator.page(page).select("select[name=role] option").eachAttr("value");
    }

    private void apply(String choices) {
        var kept =
                Browserless.location(
                        administrator.postWith(
                                administrator.token(), "/settings", FORM + "&" + choices));
        administrator.post(kept + "/apply", Map.of());
    }

    private String document() {
        return versions.files(tenant.id()).get("tenant.yml");
    }
}
