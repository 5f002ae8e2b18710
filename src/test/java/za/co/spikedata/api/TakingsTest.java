package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.retention.Deletions;
import za.co.spikedata.retention.Item;
import za.co.spikedata.retention.Kept;
import za.co.spikedata.retention.Rule;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Stalls;
import za.co.spikedata.tenancy.TenantDatabase;

@PortalTest
class TakingsTest {
    private static final byte[] PDF =
            "%PDF-1.4\nnothing follows".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private Holder holder;
    private Documents named;

    @BeforeEach
    void aRequestHasAName() {
        holder = new Holder(portal, "acme");
        named =
                Documents.of(new Program(port).with(holder.pair().secret()))
                        .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    @DisplayName("DEL-04 keeps no hash of a file whose document's time is over")
    void keepsNoHashOfWhatIsOver() {
        var path = named.ended(PDF);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(hashes(id)).isOne();

        expire(id);

        assertThat(hashes(id)).isZero();
        var again = named.bring(PDF);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(place(again)).isNotEqualTo(path);
    }

    @Test
    void asksTheStoreInNoTransaction() {
        named.ended(PDF);

        assertThat(portal.getBean(Stalls.class).inTransactions()).doesNotContain("api.Takings");
    }

    @Test
    @DisplayName("API-02 brings a file anew under its request's name once it was deleted")
    void bringsAFileAnewOnceItWasDeleted() {
        var path = named.ended(PDF);

        assertThat(named.ask("DELETE", path, new byte[0]).statusCode()).isEqualTo(202);

        var again = named.bring(PDF);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(place(again)).isNotEqualTo(path);
    }

    @Test
    @DisplayName("API-02 tells a request to come again while the first of its name is under way")
    void tellsToComeAgainWhileTheFirstIsUnderWay() {
        var first = named.bring(PDF);
        var id = UUID.fromString(Documents.json(first).get("id").stringValue());
        var tenant = holder.tenant().id();

        var meanwhile =
                portal.getBean(TenantDatabase.class)
                        .call(
                                tenant,
                                () -> {
                                    var mine =
                                            portal.getBean(TakingTable.class)
                                                    .isMine(tenant, retryHash(id));
                                    assertThat(mine).isTrue();
                                    return named.bring(PDF);
                                });

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Documents.json(meanwhile).get("type").stringValue())
                .isEqualTo("urn:problem-type:under-way");
        assertThat(place(named.bring(PDF))).isEqualTo(place(first));
    }

    private byte[] retryHash(UUID document) {
        return JdbcClient.create(owners)
                .sql("select retry_hash from api_document where document_id = :id")
                .param("id", document)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    private void expire(UUID id) {
        var tenant = holder.tenant().id();
        var statements =
                portal.getBeansOfType(Kept.class).values().stream()
                        .filter(kept -> kept.kind().equals("statement"))
                        .findFirst()
                        .orElseThrow();
        var owner =
                JdbcClient.create(owners)
                        .sql("select person_id from statements_document where id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .single();
        var over = new Item(id, owner, List.of(), "");
        assertThat(
                        portal.getBean(Deletions.class)
                                .begin(tenant, "system", statements, Rule.EXPIRED, List.of(over)))
                .hasSize(1);
    }

    private long hashes(UUID document) {
        return JdbcClient.create(owners)
                .sql("select count(*) from api_document where document_id = :id")
                .param("id", document)
                .query(Long.class)
                .single();
    }

    private static String place(HttpResponse<String> taken) {
        return taken.headers().firstValue("Location").orElseThrow();
    }
}
