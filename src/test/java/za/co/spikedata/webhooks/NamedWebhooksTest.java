package za.co.spikedata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.BeforeTransactions;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.NamedWebhook;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.TenantSecrets;

/** Endpoints that follow what a tenant's document names. */
@PortalTest
class NamedWebhooksTest {
    private static final String LEDGER =
            "{name: ledger, url: 'https://hooks.example.com/in', events: [document.done]}";
    private static final String TILL =
            "{name: till, url: 'https://till.example.com/', events: [document.failed]}";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private TenantVersions versions;
    @Autowired private Tenants tenants;
    @Autowired private EndpointTable endpoints;
    @Autowired private NamedEndpointTable table;
    @Autowired private NamedEndpoints named;
    @Autowired private NamedWebhooks follower;
    @Autowired private DeliveryTable deliveries;
    @Autowired private EndpointSeals seals;
    @Autowired private TenantSecrets secrets;
    @Autowired private AuditTrail trail;
    @Autowired private Audit audit;
    @Autowired private Clock clock;

    private TenantId tenant;
    private Chief chief;

    @BeforeEach
    void anAdministratorOfATenant() {
        tenant = NewTenant.create(port, "named").id();
        chief = new Chief(portal, port, tenant.value());
    }

    @Test
    void appearChangeLeaveAndComeBackWithTheirSecrets() {
        var byHand = chief.make("ledger", "https://own.example.com/", "document.done");
        serve(LEDGER);
        var ledger = the("ledger");
        var secret = secret(ledger);
        assertThat(secret).startsWith("whsec_").isNotEqualTo(byHand.secret());
        assertThat(seals.url(tenant, ledger)).isEqualTo("https://hooks.example.com/in");
        assertThat(ledger.events()).containsExactly(Event.DONE);
        deliveries.test(tenant, UUID.randomUUID(), ledger.id(), clock.instant().plusSeconds(999));

        serve(LEDGER.replace("/in", "/out").replace("document.done", "document.deleted"));
        assertThat(seals.url(tenant, the("ledger"))).isEqualTo("https://hooks.example.com/out");
        assertThat(the("ledger").events()).containsExactly(Event.DELETED);
        assertThat(deliveries.log(tenant, ledger.id(), 9)).hasSize(1);

        serve(TILL);
        assertThat(the("ledger").state()).isEqualTo(Endpoint.State.DISABLED);
        assertThat(the("ledger").isLeft()).isTrue();
        assertThat(deliveries.log(tenant, ledger.id(), 9)).as("nothing waits for it").isEmpty();

        serve(LEDGER);
        assertThat(the("ledger").id()).isEqualTo(ledger.id());
        assertThat(the("ledger").state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(seals.url(tenant, the("ledger"))).isEqualTo("https://hooks.example.com/in");
        assertThat(secret(the("ledger"))).isEqualTo(secret);
        assertThat(the("till").isLeft()).isTrue();
        assertThat(endpoints.all(tenant).stream().filter(Endpoint::isByHand))
                .singleElement()
                .satisfies(own -> {
                    assertThat(byHand.path()).endsWith(own.id().toString());
                    assertThat(own.state()).isEqualTo(Endpoint.State.ACTIVE);
                });
        assertThat(lines("webhook.named")).isEqualTo(3);
        assertThat(lines("webhook.changed")).isOne();
        assertThat(lines("webhook.left")).isEqualTo(2);
    }

    @Test
    void comeFromAnyNodeOnce() throws Exception {
        var wanted =
                List.of(
                        new NamedWebhook(
                                "ledger", "https://a.example.com/", Set.of("document.done")));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var nodes =
                    List.of(1, 2, 3, 4).stream()
                            .<Future<?>>map(_ -> threads.submit(() -> named.settle(tenant, wanted)))
                            .toList();
            for (var node : nodes) {
                node.get();
            }
        }

        assertThat(endpoints.all(tenant)).hasSize(1);
        assertThat(lines("webhook.named")).isOne();
    }

    @Test
    void askNothingOfTheDatabaseWhereNothingChanged() {
        serve(LEDGER);
        var asked = new AtomicInteger();
        var node = new NamedWebhooks(tenants, counted(asked));
        long naming =
                tenants.all().stream()
                        .filter(brand -> !brand.tenant().webhooks().isEmpty())
                        .count();

        node.look();
        assertThat(asked.getAndSet(0)).as("a node that starts").isEqualTo((int) naming);
        node.look();
        assertThat(asked).hasValue(0);
        assertThat(lines("webhook.named")).isOne();
    }

    @Test
    void areSwitchedOffThoughTheNodeDiedThatWouldHave() {
        var lost = new NamedWebhook("lost", "https://a.example.com/", Set.of("document.done"));
        named.settle(tenant, List.of(lost));
        boolean hasNamed = deliveries.forgetBefore(tenant, clock.instant());

        follower.sweep(tenants.find(tenant).orElseThrow().tenant(), hasNamed);

        assertThat(the("lost").isLeft()).isTrue();
        assertThat(deliveries.forgetBefore(tenant, clock.instant())).isFalse();
    }

    @Test
    void areShownAsTheDocumentsAndNotChangedByHand() {
        serve(LEDGER);
        var path = "/webhooks/" + the("ledger").id();

        assertThat(chief.page("/webhooks").select("tbody").text()).contains("From the document");
        assertThat(actions(path)).containsExactly("test", "rotate");
        assertThat(told(path, "delete")).isEqualTo("named");
        assertThat(told(path, "pause")).isEqualTo("named");
        assertThat(the("ledger").state()).isEqualTo(Endpoint.State.ACTIVE);
        var shown = Jsoup.parse(chief.press(path, "rotate").body()).select(".keys code").text();
        assertThat(shown).isEqualTo(secret(the("ledger")));
        assertThat(told(path, "test")).isEqualTo("tested");

        endpoints.disable(tenant, the("ledger").id());
        assertThat(actions(path)).containsExactly("test", "resume", "rotate");
        assertThat(told(path, "resume")).isEqualTo("resumed");
        assertThat(the("ledger").state()).isEqualTo(Endpoint.State.ACTIVE);
    }

    @Test
    void areOffAndCanGoOnceNoDocumentNamesThem() {
        serve(LEDGER);
        serve("");
        var path = "/webhooks/" + the("ledger").id();

        assertThat(chief.page(path).select("main").text())
                .contains("names this one no more")
                .doesNotContain("Nothing got there for three days");
        assertThat(actions(path)).containsExactly("delete");
        assertThat(told(path, "resume")).isEqualTo("left");
        assertThat(told(path, "test")).isEqualTo("left");
        assertThat(the("ledger").state()).isEqualTo(Endpoint.State.DISABLED);
        assertThat(told(path, "delete")).isEqualTo("deleted");
        assertThat(endpoints.all(tenant)).isEmpty();
    }

    @Test
    void goWithTheVersionThatAnAdministratorApplies() {
        serve(LEDGER);
        serve("");
        var secret = secret(the("ledger"));
        var version = "/settings/versions/" + (versions.served(tenant) - 1);
        assertThat(chief.page(version).select("main").text()).contains("ledger");

        chief.browser().post(version + "/apply", Map.of());

        assertThat(the("ledger").state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(secret(the("ledger"))).isEqualTo(secret);
    }

    @Test
    void areNoMoreThanTenWithThoseMadeByHand() {
        var files = files(LEDGER);
        var kept = versions.save(tenant, files, "test", _ -> {});
        for (int i = 0; i < NamedWebhook.MOST; i++) {
            chief.make("own", "https://own.example.com/", "document.done");
        }
        var mistake =
                "tenants/%s/tenant.yml: webhooks: expected at most 0 beside those made by hand"
                        .formatted(tenant);

        assertThatExceptionOfType(InvalidLayers.class)
                .isThrownBy(() -> versions.apply(tenant, kept, "test", _ -> {}))
                .satisfies(refused -> assertThat(refused.mistakes()).containsExactly(mistake));
        files.merge("tenant.yml", "theme: none\n", String::concat);
        assertThatExceptionOfType(InvalidLayers.class)
                .isThrownBy(() -> versions.save(tenant, files, "test", _ -> {}))
                .satisfies(refused ->
                        assertThat(refused.mistakes()).contains(mistake).hasSizeGreaterThan(1));
        assertThat(endpoints.all(tenant)).allMatch(Endpoint::isByHand);
    }

    @Test
    void leaveRoomForLessMadeByHand() {
        var many =
                IntStream.rangeClosed(1, NamedWebhook.MOST)
                        .mapToObj(i -> LEDGER.replace("ledger", "ledger " + i))
                        .collect(Collectors.joining(", "));
        serve(many);
        var tried = chief.tryToMake("own", "https://own.example.com/", "document.done");
        assertThat(Browserless.refusal(tried)).startsWith("There are ten already");

        serve("");
        chief.make("own", "https://own.example.com/", "document.done");
    }

    @Test
    void areToldOfTheSameEventsAsThoseMadeByHand() {
        assertThat(NamedWebhook.EVENTS).isEqualTo(Event.CHOICES.stream().map(Event::word).toList());
    }

    private void serve(String webhooks) {
        versions.change(tenant, _ -> files(webhooks), "test", _ -> {});
        versions.refresh();
    }

    private Map<String, String> files(String webhooks) {
        var files = new HashMap<>(versions.find(tenant, 1).orElseThrow().files());
        files.merge("tenant.yml", "\nwebhooks: [%s]\n".formatted(webhooks), String::concat);
        return files;
    }

    private Endpoint the(String name) {
        return endpoints.all(tenant).stream()
                .filter(each -> !each.isByHand() && each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String secret(Endpoint endpoint) {
        var sealed = endpoints.secrets(tenant, endpoint.id(), clock.instant()).orElseThrow();
        var context = Endpoint.secretContext(endpoint.id());
        return new String(
                secrets.unseal(tenant, context, sealed.newest()), StandardCharsets.US_ASCII);
    }

    private int lines(String action) {
        return trail.count(tenant, Asked.action(action));
    }

    private List<String> actions(String path) {
        return chief.page(path).select(".actions form").eachAttr("action").stream()
                .map(action -> action.substring(action.lastIndexOf('/') + 1))
                .toList();
    }

    private String told(String path, String what) {
        var to = Browserless.location(chief.press(path, what));
        return to.substring(to.indexOf("notice=") + "notice=".length());
    }

    /** Those of a node whose transactions are counted. */
    private NamedEndpoints counted(AtomicInteger transactions) {
        var usual = portal.getBean(PlatformTransactionManager.class);
        var counting =
                new PlatformTransactionManager() {
                    @Override
                    public TransactionStatus getTransaction(
                            @Nullable TransactionDefinition definition) {
                        transactions.incrementAndGet();
                        return usual.getTransaction(definition);
                    }

                    @Override
                    public void commit(TransactionStatus status) {
                        usual.commit(status);
                    }

                    @Override
                    public void rollback(TransactionStatus status) {
                        usual.rollback(status);
                    }
                };
        var node =
                new TenantDatabase(
                        portal.getBean(NamedParameterJdbcOperations.class),
                        counting,
                        portal.getBeanProvider(BeforeTransactions.class));
        return new NamedEndpoints(endpoints, table, deliveries, seals, node, audit, clock);
    }
}
