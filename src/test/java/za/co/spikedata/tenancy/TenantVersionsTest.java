package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class TenantVersionsTest {
    private static final String LOGO =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>%s"
                    + "<path d='M0 0h9v9z' fill='#0b5cad'/></svg>";
    private static final String WEBHOOKS =
            "webhooks: [{name: ledger, url: 'https://hooks.example.com/', events: [document.done]}]";
    private static final String BY = "00000000-0000-0000-0000-000000000001";

    @LocalServerPort private int port;
    @Autowired private TenantVersions versions;
    @Autowired private Tenants tenants;
    @Autowired private StoredTenants stored;
    @Autowired private ServedDocuments documents;
    @Autowired private VersionTable table;
    @Autowired private Applications applications;
    @Autowired private TenantDatabase database;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;

    private TenantId tenant;
    private String host;

    @BeforeEach
    void makeOne() {
        var name = "tv-" + UUID.randomUUID().toString().substring(0, 8);
        tenant = new TenantId(name);
        host = name + ".localhost";
        versions.apply(tenant, versions.save(tenant, files("First"), BY, _ -> {}), "test", _ -> {});
    }

    @Test
    void servesATenantThatCameWhileItRunsUnderItsOwnCertificate() throws Exception {
        assertThat(title()).endsWith("First");

        try (var socket =
                (SSLSocket)
                        AnyCertificate.context()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", port)) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(shown.getSubjectAlternativeNames().toString()).contains(host);
        }
    }

    @Test
    void comesBackToWhatItWasWithoutResidue() {
        var before = page();
        var first = versions.find(tenant, versions.served(tenant)).orElseThrow();

        var second = versions.save(tenant, files("Second"), BY, _ -> {});
        assertThat(page()).as("kept, not applied").isEqualTo(before);
        versions.apply(tenant, second, "test", _ -> {});
        assertThat(title()).endsWith("Second");
        versions.apply(tenant, first, "test", _ -> {});

        assertThat(page()).isEqualTo(before);
        assertThat(versions.files(tenant)).isEqualTo(first.files());
        assertThat(versions.newest(tenant, 9))
                .extracting(TenantVersion::number)
                .containsExactly(2, 1);
    }

    @Test
    void keepsTheSameFilesOnce() {
        assertThat(versions.save(tenant, files("First"), BY, _ -> {}).number()).isEqualTo(1);
    }

    @Test
    void keepsNothingThatIsNotValidWithEverybodyElse() {
        var taken = files("Second");
        taken.put("tenant.yml", taken.get("tenant.yml").replace(host, "acme.localhost"));
        taken.put("page.html", "<p>x</p>");

        var invalid =
                catchThrowableOfType(
                        InvalidLayers.class, () -> versions.save(tenant, taken, BY, _ -> {}));

        assertThat(invalid.mistakes())
                .anyMatch(mistake -> mistake.contains("acme.localhost belongs to"))
                .anyMatch(mistake -> mistake.contains("not a file a layer may hold"));
        assertThat(versions.newest(tenant, 9)).hasSize(1);
    }

    @Test
    void takesNoHostOfAnother() {
        var taken = files("Second");
        taken.put("tenant.yml", taken.get("tenant.yml").replace(host, "acme.localhost"));

        var invalid =
                catchThrowableOfType(
                        InvalidLayers.class, () -> versions.save(tenant, taken, BY, _ -> {}));

        assertThat(invalid.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains("acme.localhost belongs to"));
    }

    @Test
    void followsWhatAnotherNodeApplied() {
        tenants.serve(tenants.read(tenants.ofFolder()));
        assertThat(tenants.find(tenant)).as("not of the folder").isEmpty();

        stored.serve();

        assertThat(tenants.find(tenant)).isPresent();
    }

    @Test
    void servesEverybodyElseWhereOneDocumentIsNoLongerValid() {
        jdbc.sql("update tenancy_document set files = :files where tenant = :tenant")
                .param("files", "{\"tenant.yml\":\"nonsense: 1\"}")
                .param("tenant", tenant.value())
                .update();
        try {
            assertThat(stored.serve()).contains(tenant.value());

            assertThat(tenants.find(tenant)).isEmpty();
            var acme = new TenantId("acme");
            assertThat(tenants.find(acme)).isPresent();
            assertThat(versions.look(acme, versions.files(acme)).tenant().id()).isEqualTo(acme);
        } finally {
            versions.apply(tenant, versions.find(tenant, 1).orElseThrow(), "test", _ -> {});
        }
    }

    @Test
    void keepsServingWhatWasValidBeforeARuleCame() {
        var kept = files("360");
        kept.put("logo.svg", LOGO.formatted("<title>x</title>"));
        store(kept);
        assertThat(stored.serve()).doesNotContain(tenant.value());
        assertThat(logo()).contains("#0b5cad").doesNotContain("title");

        var edited = TenantEdit.of(kept);
        var form = new HashMap<>(edited.onto(kept));
        form.put("messages.properties", "greeting=Hello");
        assertThat(
                        catchThrowableOfType(
                                        InvalidLayers.class,
                                        () -> versions.save(tenant, form, BY, _ -> {}))
                                .mistakes())
                .as("no version has these files: they are new")
                .anyMatch(mistake -> mistake.contains("logo.svg: not allowed"))
                .anyMatch(mistake -> mistake.contains("tenant.yml: name"));

        table.insert(tenant, new TenantVersion(2, kept, BY, clock.instant()));
        versions.apply(tenant, versions.save(tenant, form, BY, _ -> {}), "test", _ -> {});
        assertThat(versions.served(tenant)).isEqualTo(3);
        assertThat(title()).endsWith("360");
    }

    @Test
    @DisplayName("INJ-04 what cannot be seen is in no new document, and takes no portal away")
    void keepsServingTextsThatAreTakenNoMore() {
        var kept = files("Heart \ufe0f");
        store(kept);
        assertThat(stored.serve()).doesNotContain(tenant.value());

        var document = files("First").get("tenant.yml");
        for (var typed :
                List.of(
                        document.replace("First", "\u202eFirst"),
                        document.replace("some@example.com", "\u5c71@{domain}"))) {
            var files = new HashMap<>(files("First"));
            files.put("tenant.yml", typed);
            assertThat(
                            catchThrowableOfType(
                                            InvalidLayers.class,
                                            () -> versions.save(tenant, files, BY, _ -> {}))
                                    .mistakes())
                    .as(typed)
                    .hasSize(1);
        }
    }

    @Test
    void keepsServingATenantWhoseLogoIsNoPicture() {
        var kept = files("First");
        kept.put("logo.svg", "<p>no picture</p>");
        store(kept);

        assertThat(stored.serve()).doesNotContain(tenant.value());
        assertThat(logo()).as("the theme's").contains("<svg");
        assertThat(versions.look(tenant, kept).logoFile()).isEqualTo("logo.svg");
    }

    @Test
    void keepsNoNewLogoThatWouldBeChanged() {
        for (var inside : List.of("<title>x</title>", "<script/>", "<g style='fill:red'/>")) {
            var files = files("Second");
            files.put("logo.svg", LOGO.formatted(inside));

            var invalid =
                    catchThrowableOfType(
                            InvalidLayers.class, () -> versions.save(tenant, files, BY, _ -> {}));

            assertThat(invalid.mistakes())
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .contains("logo.svg: not allowed in a layer: ");
        }
    }

    private void store(Map<String, String> files) {
        jdbc.sql("update tenancy_document set files = :files where tenant = :tenant")
                .param("files", FilesText.of(files))
                .param("tenant", tenant.value())
                .update();
    }

    private String logo() {
        var browser = new Browserless(port, host);
        return browser.get(browser.page("/sign-in").select(".brand img").attr("src")).body();
    }

    @Test
    void looksLikeADraftUnderTheRulesThatAreServed() {
        var draft = files("Second");
        draft.put("tenant.yml", draft.get("tenant.yml") + "second-factor: everyone\n");

        var looked = versions.look(tenant, draft).tenant();

        assertThat(looked.name()).isEqualTo("Second");
        assertThat(looked.secondFactor()).isEqualTo(Tenant.SecondFactor.ADMINISTRATORS);
    }

    @Test
    void bringsTheFolderInOnce() {
        var acme = new TenantId("acme");
        int served = versions.served(acme);

        versions.start();

        assertThat(versions.served(acme)).isEqualTo(served);
        assertThat(versions.newest(acme, 1)).hasSize(1);
    }

    @Test
    @DisplayName("DEL-03 does not bring back a tenant that ended, though its folder is still there")
    void doesNotBringBackATenantThatEnded() {
        var folder = folder(Set.of());
        folder.start();
        assertThat(title()).as("a folder that changed is brought in").endsWith("Folder");

        versions.end(tenant, () -> {});
        folder.start();

        assertThat(tenants.find(tenant)).isEmpty();
        assertThat(versions.files(tenant)).isEmpty();
        assertThat(stored.ids()).contains(tenant);
    }

    @Test
    @DisplayName("DEL-03 a version that is applied while the tenant ends leaves nothing of it")
    void appliesNothingToATenantThatEnded() {
        var version = versions.find(tenant, 1).orElseThrow();
        versions.end(tenant, () -> {});

        versions.apply(tenant, version, "test", _ -> {});

        assertThat(applications.count(Optional.of(tenant))).isZero();
        assertThat(versions.files(tenant)).isEmpty();
    }

    @Test
    void keepsTheHostsATenantBroughtWhenItsFolderChanged() {
        var own = "own." + tenant + ".example";
        versions.change(
                tenant,
                files -> TenantHosts.of(files, "localhost").preferring(own).files(),
                BY,
                _ -> {});

        folder(Set.of(own)).start();

        assertThat(title()).endsWith("Folder");
        assertThat(tenants.find(tenant).orElseThrow().tenant().hosts()).containsExactly(own, host);
    }

    @Test
    void keepsThePlanItsOperatorsDecidedOnWhenItsFolderChanged() {
        var monthly = new Plan("monthly", 10, 50_005, 60, 2, 1_000);
        versions.change(tenant, monthly::onto, BY, _ -> {});

        folder(Set.of()).start();

        assertThat(title()).endsWith("Folder");
        assertThat(tenants.plan(tenant)).hasValue(monthly);
    }

    @Test
    void makesNoVersionOfThePlanThatIsServed() {
        var written = files("First");
        written.merge(
                "tenant.yml",
                """
                plan: {name: monthly, credits: 1, monthly-credits: 5000.5,
                  requests-a-minute: 60, at-once: 2, file-bytes: 1000}
                """,
                String::concat);
        versions.apply(tenant, versions.save(tenant, written, BY, _ -> {}), "test", _ -> {});
        var monthly = new Plan("monthly", 10, 50_005, 60, 2, 1_000);
        assertThat(tenants.plan(tenant)).hasValue(monthly);

        versions.change(tenant, monthly::onto, BY, _ -> {});

        assertThat(versions.newest(tenant, 9)).hasSize(2);
        assertThat(versions.files(tenant)).isEqualTo(written);
    }

    @Test
    void waitsWithWebhooksThatHaveNoRoomBesideThoseMadeByHand() {
        var named = files("Folder");
        named.merge("tenant.yml", WEBHOOKS, String::concat);

        var told = told(() -> folder(named, Set.of(), NamedWebhook.MOST).start());

        assertThat(title()).as("what was served stays").endsWith("First");
        assertThat(told)
                .as("operators are told")
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .endsWith(
                        "tenants/%s/tenant.yml: webhooks: expected at most 0 beside those made by hand"
                                .formatted(tenant));

        folder(named, Set.of(), NamedWebhook.MOST - 1).start();

        assertThat(title()).as("once there is room").endsWith("Folder");
    }

    @Test
    void waitsWithADocumentThatWouldBeReadOtherwiseThanItIsWritten() {
        var twice = files("Folder");
        twice.merge("tenant.yml", "name: Another\n", String::concat);

        var told = told(() -> folder(twice, Set.of(), NamedWebhook.MOST).start());

        assertThat(title()).as("what was served stays").endsWith("First");
        assertThat(told)
                .as("operators are told")
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("tenants/%s/tenant.yml: line".formatted(tenant))
                .endsWith("name is there twice");
    }

    @Test
    void waitsWithWhatDoesNotGoWithAFolderThatWaits() {
        var taking = new TenantId("tw-" + UUID.randomUUID().toString().substring(0, 8));
        var apart = new TenantId("tx-" + UUID.randomUUID().toString().substring(0, 8));
        var giving = files("Giving");
        giving.put(
                "tenant.yml", giving.get("tenant.yml").replace(host, "moved-" + host) + WEBHOOKS);
        var alone = files("Apart");
        alone.put("tenant.yml", alone.get("tenant.yml").replace(host, apart + ".localhost"));
        var folders = Map.of(tenant, giving, taking, files("Taking"), apart, alone);
        try {
            var told = told(() -> folders(folders, Set.of(), NamedWebhook.MOST).start());

            assertThat(title()).as("what was served stays").endsWith("First");
            assertThat(versions.served(taking)).isZero();
            assertThat(tenants.find(apart)).as("which goes with all").isPresent();
            assertThat(told)
                    .hasSize(2)
                    .anyMatch(mistake -> mistake.contains("beside those made by hand"))
                    .anyMatch(mistake -> mistake.contains("hosts: " + host + " belongs to"));

            folders(folders, Set.of(), NamedWebhook.MOST - 1).start();

            assertThat(title()).as("once there is room").endsWith("Taking");
        } finally {
            List.of(taking, apart).forEach(each -> versions.end(each, () -> {}));
        }
    }

    /** What operators are told meanwhile. */
    private static List<String> told(Runnable start) {
        var told = new ListAppender<ILoggingEvent>();
        var logs =
                Stream.of(TenantVersions.class, StoredTenants.class)
                        .map(each -> (Logger) LoggerFactory.getLogger(each))
                        .toList();
        told.start();
        logs.forEach(log -> log.addAppender(told));
        try {
            start.run();
        } finally {
            logs.forEach(log -> log.detachAppender(told));
        }
        return told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** As the next start would be with a folder that changed. */
    private TenantVersions folder(Set<String> own) {
        return folder(files("Folder"), own, 0);
    }

    /**
     * @param webhooks how many were made by hand
     */
    private TenantVersions folder(Map<String, String> files, Set<String> own, int webhooks) {
        return folders(Map.of(tenant, files), own, webhooks);
    }

    private TenantVersions folders(
            Map<TenantId, Map<String, String>> folders, Set<String> own, int webhooks) {
        var layers = new TreeMap<>(LayerFiles.read(Optional.of(Path.of("."))));
        layers.keySet().removeIf(path -> path.startsWith("tenants/"));
        folders.forEach((name, files) ->
                files.forEach((path, text) -> layers.put("tenants/" + name + "/" + path, text)));
        return new TenantVersions(
                Tenants.of(layers, "localhost"),
                stored,
                documents,
                table,
                applications,
                database,
                _ -> own,
                new WebhookRoom(_ -> webhooks),
                clock);
    }

    private String title() {
        return new Browserless(port, host).page("/sign-in").title();
    }

    /** Without what is another each time. */
    private String page() {
        var page = new Browserless(port, host).page("/sign-in");
        page.select("input[name=_csrf]").remove();
        return page.outerHtml();
    }

    private Map<String, String> files(String name) {
        var files = new HashMap<String, String>();
        files.put(
                "tenant.yml",
                """
                name: %s
                hosts: ["%s"]
                mail: {from-name: Some, from-address: some@example.com}
                support: {email: help@example.com}
                colours: {primary: "#%s"}
                """
                        .formatted(name, host, name.equals("First") ? "0b5cad" : "7a1f5c"));
        return files;
    }
}
