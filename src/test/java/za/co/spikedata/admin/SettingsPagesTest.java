package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.Locks;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantEdit;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

@PortalTest
class SettingsPagesTest {
    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private TenantVersions versions;
    @Autowired private AuditTrail trail;
    @Autowired private Tenants tenants;
    @Autowired private JdbcClient jdbc;

    private TenantId tenant;
    private String host;
    private Browserless operator;
    private Browserless administrator;

    @BeforeEach
    void createOne() {
        operator = new Browserless(port, "admin.localhost").signIn();
        var created = NewTenant.create(operator, NewTenant.typed(NewTenant.name("sp")));
        tenant = created.id();
        host = created.host();
        administrator = created.administrator(people, port);
    }

    @Test
    void servesATenantAnOperatorCreatedAndInvitesItsAdministrator() {
        assertThat(new Browserless(port, host).page("/sign-in").title()).endsWith("Some Lenders");
        assertThat(administrator.page("/people").text()).contains("first@example.com");
        assertThat(operator.page("/tenants?part=" + tenant).select("tbody").text()).contains(host);
        assertThat(trail.actions(tenant)).contains("tenant.created");
    }

    @Test
    void makesOfTheNameAndTheAdministratorWhatIsLeftEmpty() {
        var named = NewTenant.typed(NewTenant.name("Crédit & Söns"));
        named.put("name", named.remove("id"));
        named.remove("supportEmail");

        operator.post("/tenants", named);

        var id = named.get("name").replace("Crédit & Söns", "credit-sons");
        assertThat(versions.files(new TenantId(id)).get("tenant.yml"))
                .contains(id + ".{domain}", "email: \"first@example.com\"");
        assertThat(operator.page("/tenants?part=" + id).select("tbody tr")).hasSize(1);
        assertThat(operator.page("/tenants?part=no-such-" + id).select("main").text())
                .contains("No tenant is called so.");
        named.put("name", "株式会社");
        assertThat(operator.post("/tenants", named).body()).contains("That is not a short name");
    }

    @Test
    void createsATenantOnlyWithAnAdministratorWhoIsInvited() {
        var typed = NewTenant.typed(NewTenant.name("sp"));
        typed.remove("supportEmail");
        for (var wrong :
                new String[] {
                    "\u0130lker@example.com", "jos\u00e9@example.com", "nobody", "a b@example.com"
                }) {
            typed.put("administrator", wrong);
            assertThat(operator.post("/tenants", typed).body())
                    .contains("value=\"" + wrong + "\"")
                    .doesNotContain("support.email");
        }
        assertThat(tenants.find(new TenantId(typed.get("id")))).isEmpty();

        typed.put("administrator", "JOSE\uff20example.com");
        var made = NewTenant.create(operator, typed);

        assertThat(versions.files(made.id()).get("tenant.yml")).contains("jose@example.com");
        assertThat(made.administrator(people, port).page("/people").text())
                .contains("jose@example.com");
    }

    @Test
    void createsNothingWhereWhatWasTypedIsWrong() {
        var again = operator.post("/tenants", NewTenant.typed(tenant.value()));
        assertThat(again.body()).contains("short name already");
        var wrong = NewTenant.typed("Not An Id");
        assertThat(operator.post("/tenants", wrong).body()).contains("That is not a short name");
        var coloured = NewTenant.typed(NewTenant.name("sp"));
        coloured.put("primary", "blue");
        assertThat(operator.post("/tenants", coloured).body())
                .contains("expected a colour", "value=\"blue\"");
    }

    @Test
    void keepsAVersionThatOnlyItsMakerLooksAtUntilItIsApplied() {
        var page = keep(Map.of("name", "Other Lenders", "primary", "#7a1f5c"));
        var before = signIn();

        assertThat(administrator.page(page).select(".diff .added").text())
                .contains("name: \"Other Lenders\"");
        administrator.post(page + "/look", Map.of());
        var looked = administrator.page("/profile");
        assertThat(looked.title()).endsWith("Other Lenders");
        assertThat(looked.select(".looking").text()).contains("version 2");
        var tokens = looked.select("link[rel=stylesheet][href^=/brand/]").attr("href");
        assertThat(administrator.get(tokens).body()).contains("#7a1f5c");
        assertThat(signIn()).as("nobody else sees it").isEqualTo(before);

        for (var scheme : new String[] {"light", "dark"}) {
            administrator.post(page + "/look", Map.of("scheme", scheme));
            assertThat(tokens()).contains("color-scheme: " + scheme).doesNotContain("@media");
        }
        administrator.post(page + "/look", Map.of("scheme", "none"));
        assertThat(tokens()).contains("@media");
        administrator.post("/settings/look/end", Map.of());
        assertThat(administrator.page("/profile").title()).endsWith("Some Lenders");
        administrator.post(page + "/apply", Map.of());
        assertThat(new Browserless(port, host).page("/sign-in").title()).endsWith("Other Lenders");

        administrator.post("/settings/versions/1/apply", Map.of());
        assertThat(signIn()).as("back without residue").isEqualTo(before);
        assertThat(administrator.page("/audit").select("tbody").text())
                .contains("Applied a version of the settings");
    }

    @Test
    void beginsWithAVersionOnlyWhereThereIsOne() {
        assertThat(administrator.page("/settings?from=1").text()).contains("begins with version 1");
        for (var page : java.util.List.of("/settings", "/settings/texts")) {
            var shown = administrator.page(page + "?from=999");
            assertThat(shown.select("main").text()).as(page).doesNotContain("999");
            assertThat(shown.select("main input[name=from][value=999]")).as(page).isEmpty();
        }
    }

    @Test
    void keepsWhatWasTypedWhereItIsRefused() {
        var answer = post(Map.of("name", "Kept", "results", "soon", "primary", "blue"));

        assertThat(answer).contains("expected a period", "expected a colour", "value=\"Kept\"");
        assertThat(versions.newest(tenant, 9)).hasSize(1);
    }

    @Test
    void hearsBothOfTwoWhoChangeItAtOnce() {
        var one = everything();
        var other = everything();
        one.put("name", "One Lenders");
        other.put("primary", "#7a1f5c");
        administrator.post(sent(one) + "/apply", Map.of());

        administrator.post(sent(other) + "/apply", Map.of());

        assertThat(versions.files(tenant).get("tenant.yml"))
                .contains("name: \"One Lenders\"", "#7a1f5c");
        one.put("name", "Late Lenders");
        one.put("results", "soon");
        var refused = Jsoup.parse(administrator.post("/settings", one).body());
        assertThat(refused.select("input[name=seen]").val())
                .as("still begins there")
                .isEqualTo("1");
    }

    @Test
    void hearsBothOfTwoWhoTickInOneListAtOnce() {
        var one = everything();
        var other = everything();
        one.put("factorRoles", "administrator");
        other.put("factorRoles", "member");
        sent(one);
        administrator.post("/settings/versions/2/apply", Map.of());

        sent(other);

        assertThat(TenantEdit.of(versions.newest(tenant, 1).getFirst().files()).factorRoles())
                .containsExactly("administrator", "member");
    }

    @Test
    void appliesNothingOverWhatNobodySawApplied() {
        var first = keep(Map.of("name", "First Lenders"));
        var second = keep(Map.of("name", "Second Lenders"));
        var seen = administrator.page(second).select("input[name=seen]").val();
        administrator.post(first + "/apply", Map.of("seen", seen));

        var late = administrator.post(second + "/apply", Map.of("seen", seen));

        assertThat(Browserless.location(late)).endsWith(second + "?meanwhile");
        assertThat(administrator.page(second + "?meanwhile").select("[role=alert]").text())
                .startsWith("Another version was applied");
        assertThat(new Browserless(port, host).page("/sign-in").title()).endsWith("First Lenders");
        var again = administrator.page(second).select("input[name=seen]").val();
        administrator.post(second + "/apply", Map.of("seen", again));
        assertThat(new Browserless(port, host).page("/sign-in").title()).endsWith("Second Lenders");
    }

    @Test
    void leavesToOperatorsWhatIsTheirs() {
        post(Map.of("name", "Mine", "hosts", "acme.localhost", "kind", "console"));

        var document = versions.newest(tenant, 1).getFirst().files().get("tenant.yml");
        assertThat(document).contains("kind: \"portal\"").doesNotContain("acme.localhost");
    }

    @Test
    void keepsAPlanThatIsDecidedOnMeanwhile() throws Exception {
        keep(Map.of("name", "Other Lenders"));
        var slow = new Plan("slow", 100_000, 0, 2, 1, 100);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var applied = new AtomicReference<Future<?>>();
            versions.change(
                    tenant,
                    files -> {
                        applied.set(
                                threads.submit(() ->
                                        administrator.post(
                                                "/settings/versions/2/apply", Map.of())));
                        Locks.awaitSomebody(jdbc);
                        return slow.onto(files);
                    },
                    "operator",
                    _ -> {});
            applied.get().get(30, TimeUnit.SECONDS);
        }

        assertThat(new Browserless(port, host).page("/sign-in").title()).endsWith("Other Lenders");
        assertThat(tenants.plan(tenant)).hasValue(slow);
    }

    @Test
    void goesBackToItsOwnPartOfAVersionOnly() {
        var wider = new HashMap<>(versions.files(tenant));
        wider.put(
                "tenant.yml", wider.get("tenant.yml") + "former-hosts: [old-%s]\n".formatted(host));
        var granted = versions.save(tenant, wider, "operator", _ -> {});
        versions.apply(tenant, granted, "test", _ -> {});
        var without = versions.find(tenant, 1).orElseThrow();
        versions.apply(tenant, without, "test", _ -> {});

        administrator.post("/settings/versions/%d/apply".formatted(granted.number()), Map.of());

        assertThat(versions.files(tenant).get("tenant.yml")).doesNotContain("former-hosts");
    }

    @Test
    void letsAdministratorsDecideWhetherSupportMayAskForAnOriginal() {
        var off = administrator.page("/settings").select("input[name=breakGlass]");
        assertThat(off).hasSize(1).noneMatch(box -> box.hasAttr("checked"));
        assertThat(administrator.page("/openings").text()).contains("lets nobody at support");

        administrator.post(keep(Map.of("breakGlass", "true")) + "/apply", Map.of());

        assertThat(versions.files(tenant).get("tenant.yml")).contains("break-glass: true");
        assertThat(administrator.page("/settings").select("input[name=breakGlass][checked]"))
                .hasSize(1);
        assertThat(administrator.page("/openings").text()).doesNotContain("lets nobody at support");

        administrator.post(keep(Map.of()) + "/apply", Map.of());

        assertThat(versions.files(tenant).get("tenant.yml")).doesNotContain("break-glass");
        assertThat(administrator.page("/openings").text()).contains("lets nobody at support");
    }

    @Test
    void exportsTheFilesThatAreServedByteForByte() throws Exception {
        var page = keep(Map.of("name", "Other Lenders"));
        var answer = administrator.get(page + "/files.zip");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        var kept = versions.find(tenant, 2).orElseThrow().files();
        var zip = TenantArchive.zip(tenant, kept, tenants.schema());

        var files = new TreeMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                files.put(
                        entry.getName(),
                        new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        var expected = new TreeMap<String, String>();
        kept.forEach((path, text) -> expected.put(tenant + "/" + path, text));
        expected.put("tenant.schema.json", administrator.get("/tenant.schema.json").body());
        assertThat(files).isEqualTo(expected).containsKey(tenant + "/tenant.yml");
        assertThat(TenantArchive.zip(tenant, new HashMap<>(kept), tenants.schema())).isEqualTo(zip);
    }

    private String keep(Map<String, String> changed) {
        return sent(form(changed));
    }

    /** All that a browser would send of the page as it is now. */
    private Map<String, String> everything() {
        var form = administrator.page("/settings").selectFirst("form[action=/settings]");
        var fields = new HashMap<String, String>();
        ((FormElement) form).formData().forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }

    private String sent(Map<String, String> form) {
        return Browserless.location(administrator.post("/settings", form))
                .replaceFirst("^https://[^/]+", "");
    }

    private String post(Map<String, String> changed) {
        return administrator.post("/settings", form(changed)).body();
    }

    /** The form as the page fills it in, but for these. */
    private Map<String, String> form(Map<String, String> changed) {
        var page = administrator.page("/settings");
        var form = new HashMap<String, String>();
        page.select("form[action=/settings] input[type=text]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("form[action=/settings] textarea")
                .forEach(input -> form.put(input.attr("name"), input.wholeText()));
        form.putAll(changed);
        return form;
    }

    private String tokens() {
        var link = administrator.page("/profile").select("link[rel=stylesheet][href^=/brand/]");
        return administrator.get(link.attr("href")).body();
    }

    private String signIn() {
        var page = new Browserless(port, host).page("/sign-in");
        page.select("input[name=_csrf]").remove();
        return page.outerHtml();
    }
}
