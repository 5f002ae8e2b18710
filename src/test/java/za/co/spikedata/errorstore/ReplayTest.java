package za.co.spikedata.errorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.EngineVersion;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.sandbox.PlantedFault;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.statements.DocumentWatcher;
import za.co.spikedata.statements.ProgramDocuments;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Vault;

@PortalTest
@Import(ReplayTest.FaultyRelease.class)
class ReplayTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String TOLD = "Your statement at Spike";

    /** Right in every figure, with two rows of one day. */
    private static final String RIGHT =
            """
            Sample Bank                      Account number: 6212345678
            T NAIDOO, 12 PROTEA STREET
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE REF 77120          -250.00       1,250.00
            11/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            11/03/2024    QUAGGA INSURE REF 77121          -310.40      12,939.60
            28/03/2024    MARULA CAFE                       -45.10      12,894.50
            """;

    @TestConfiguration(proxyBeanMethods = false)
    static class FaultyRelease {
        @Bean
        PlantedFault plantedFault() {
            return new PlantedFault();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean(destroyMethod = "close")
        @Primary
        Sandbox faultySandbox(PlantedFault fault) {
            return fault.sandbox();
        }
    }

    /** What is told of programs' documents, in order. */
    static final class Heard implements DocumentWatcher {
        private final Map<UUID, List<Happening>> told = new ConcurrentHashMap<>();

        @Override
        public void happened(TenantId tenant, List<UUID> documents, Happening happening) {
            documents.forEach(each ->
                    told.computeIfAbsent(each, _ -> new CopyOnWriteArrayList<>()).add(happening));
        }

        List<Happening> of(UUID document) {
            return told.getOrDefault(document, List.of());
        }
    }

    @LocalServerPort private int port;
    @Autowired private Heard heard;
    @Autowired private ProgramDocuments programs;
    @Autowired private PlantedFault fault;
    @Autowired private EntryTable entries;
    @Autowired private Replicas replicas;
    @Autowired private Sandbox sandbox;
    @Autowired private Rereading rereading;
    @Autowired private Vault vault;
    @Autowired private People people;

    private Browserless person;
    private Browserless support;
    private String email;

    @BeforeEach
    void comeInWithAFaultyEngine() {
        fault.plant();
        email = "owner-" + UUID.randomUUID() + "@example.com";
        people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        person = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
        var helper = "support-" + UUID.randomUUID() + "@example.com";
        people.add(new TenantId("admin"), helper, PortalTest.PASSWORD, Person.Role.SUPPORT);
        support = new Browserless(port, "admin.localhost").signIn(helper, PortalTest.PASSWORD);
    }

    @Test
    @DisplayName("a fault in the reader is found from the copy alone and mended")
    void tellsTheStory() throws Exception {
        var document = uploaded(RIGHT);
        var failed = copied(document);
        assertThat(failed.how().rule()).contains(Check.Rule.PRINTED_COUNT);
        assertThat(failed.how().row()).isEqualTo(3);

        var copy = support.get("/failures/cases/" + document + "/replica.pdf");
        assertThat(copy.statusCode()).isEqualTo(200);
        var replica = replicas.replica(SPIKE, failed).orElseThrow();
        assertThat(Failure.of(read(replica)).orElseThrow().isLike(failed.how())).isTrue();

        fault.mend();
        assertThat(read(replica))
                .isInstanceOfSatisfying(
                        ReadResult.Read.class,
                        read -> assertThat(read.verdict()).isEqualTo(Verdict.PROVEN));

        var group = "/failures/" + failed.group();
        support.post(group + "/replay", Map.of());
        awaitReplay(document);

        var page = support.page(group);
        assertThat(page.select("#replays dl").text()).contains("Read now");
        assertThat(page.select("#replays noscript")).isEmpty();
        assertThat(support.page("/failures/cases/" + document).text())
                .contains("Read now Proven")
                .doesNotContain("QUAGGA", "12,939.60", "NAIDOO");
        var result = person.page("/statements/" + document);
        assertThat(result.select(".verdict.proven")).isNotEmpty();
        assertThat(result.text()).contains("QUAGGA INSURE REF 77121");
        var mail = MailServer.await(email, TOLD);
        assertThat(MailServer.link(mail)).isEqualTo("/statements/" + document);
        assertThat(mail).doesNotContain("QUAGGA", "12,939.60", "NAIDOO", "Sample Bank");
    }

    @Test
    @DisplayName("what still fails stays as it is, and nobody is told")
    void changesNothingThatStillFails() {
        var document = uploaded(RIGHT);
        copied(document);

        replay(document);

        assertThat(replayOf(document).outcome()).isEqualTo(Replay.Outcome.ALIKE);
        assertThat(person.page("/statements/" + document).select(".verdict.contradicted"))
                .isNotEmpty();
        assertThat(MailServer.to(email)).noneMatch(mail -> mail.startsWith(TOLD));
    }

    @Test
    @DisplayName("a paper is mended once: a job that runs again tells nobody again")
    void mendsOnce() throws Exception {
        var document = uploaded(RIGHT);
        var failed = copied(document).how();
        fault.mend();
        replay(document);
        MailServer.await(email, TOLD);

        assertThat(rereading.reread(SPIKE, document, failed))
                .isEqualTo(new Reread.Mended(Verdict.PROVEN));
        replay(document);

        assertThat(replayOf(document).outcome()).isEqualTo(Replay.Outcome.MENDED);
        assertThat(MailServer.to(email)).filteredOn(mail -> mail.startsWith(TOLD)).hasSize(1);
    }

    @Test
    @DisplayName("whoever watches what programs bring is told once it is mended, and only then")
    void tellsThoseWhoWatchPrograms() throws Exception {
        var waiting = programs.prepare(SPIKE, UUID.randomUUID(), "a.pdf", TypedPaper.of(RIGHT));
        assertThat(programs.take(waiting, () -> true, () -> {})).isTrue();
        var document = waiting.id();
        copied(document);
        assertThat(heard.of(document)).containsExactly(DocumentWatcher.Happening.DONE);
        replay(document);
        assertThat(heard.of(document)).as("it still contradicts itself").hasSize(1);

        fault.mend();
        replay(document);

        assertThat(replayOf(document).outcome()).isEqualTo(Replay.Outcome.MENDED);
        assertThat(heard.of(document))
                .containsExactly(DocumentWatcher.Happening.DONE, DocumentWatcher.Happening.DONE);
        programs.delete(SPIKE, UUID.randomUUID(), document);
    }

    @Test
    @DisplayName("says that a deleted original cannot be read again")
    void saysThatTheOriginalIsGone() {
        var document = uploaded(RIGHT);
        vault.destroy(SPIKE, List.of(copied(document).original()));

        replay(document);

        assertThat(support.page("/failures/cases/" + document).text())
                .contains("the original is deleted");
    }

    @Test
    @DisplayName("says that a password is missing")
    void saysThatAPasswordIsMissing() {
        var locked = Samples.locked(Layout.NEDBANK, Wish.usual(7), "marula");
        var page = new UploadForm(person).file("locked.pdf", locked.pdf()).sendAndFollow();
        UploadForm.await(() -> !person.page(page).select("input[name=password]").isEmpty());
        var document = idOf(page);
        entries.insert(SPIKE, openedOnce(document));

        replay(document);

        assertThat(support.page("/failures/cases/" + document).text())
                .contains("only a password opens it, and none is kept");
    }

    /** Its owner's password opened it once, and then it failed. */
    private Entry openedOnce(UUID document) {
        var known = vault.reserve(SPIKE);
        vault.keep(SPIKE, known);
        return new Entry(
                document,
                UUID.randomUUID(),
                known.id(),
                known.id(),
                new Failure.How("UNEXPECTED", Optional.empty(), 0, 0, Trace.EMPTY),
                EngineVersion.CURRENT,
                Optional.empty(),
                Copying.LOCKED,
                Optional.empty(),
                Instant.now(),
                Replay.NONE);
    }

    private ReadResult read(byte[] pdf) {
        return sandbox.read("test", pdf, Optional.empty(), Progress.NONE);
    }

    private UUID uploaded(String paper) {
        return idOf(new UploadForm(person).file("a.pdf", TypedPaper.of(paper)).sendAndFollow());
    }

    private static UUID idOf(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private Entry copied(UUID document) {
        UploadForm.await(() ->
                entries.find(SPIKE, document)
                        .filter(each -> each.copying() != Copying.WAITING)
                        .isPresent());
        return entries.find(SPIKE, document).orElseThrow();
    }

    private void replay(UUID document) {
        support.post("/failures/cases/" + document + "/replay", Map.of());
        awaitReplay(document);
    }

    private void awaitReplay(UUID document) {
        UploadForm.await(() -> replayOf(document).outcome() != Replay.Outcome.WAITING);
    }

    private Replay replayOf(UUID document) {
        return entries.find(SPIKE, document).orElseThrow().replay();
    }
}
