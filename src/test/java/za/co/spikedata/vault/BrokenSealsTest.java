package za.co.spikedata.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** Somebody has the database and the store, and changes what lies there. */
@PortalTest
class BrokenSealsTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final TenantId ACME = new TenantId("acme");

    @LocalServerPort private int port;
    @Autowired private Vault vault;
    @Autowired private People people;
    @Autowired private S3Client s3;
    @Autowired private VaultSettings settings;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private JdbcClient owner;

    @BeforeEach
    void open() {
        owner = JdbcClient.create(owners);
    }

    @Test
    @DisplayName("ENC-03 an object with a flipped byte is not read, and the trail tells of it")
    void refusesAChangedObject() throws Exception {
        var id = keep(SPIKE, "of which a byte is flipped");
        change(object(id), -1);

        assertThatThrownBy(() -> vault.read(SPIKE, id)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> vault.read(SPIKE, id)).isInstanceOf(IOException.class);

        awaitTold(SPIKE, "vault_document/" + id.value());
    }

    @Test
    @DisplayName("ENC-03 objects that changed places are not read")
    void refusesAnothersObject() throws Exception {
        var one = keep(SPIKE, "one");
        var other = keep(SPIKE, "other");
        owner.sql(
                        """
                        update vault_document set object_name = case id
                            when :one then :others else :ones end
                        where id in (:one, :other)
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("ones", object(one))
                .param("others", object(other))
                .update();

        for (var id : List.of(one, other)) {
            assertThatThrownBy(() -> vault.read(SPIKE, id)).isInstanceOf(IOException.class);
            awaitTold(SPIKE, "vault_document/" + id.value());
        }
    }

    @Test
    @DisplayName("ENC-03 another tenant's key and a flipped one open nothing")
    void refusesAnothersKey() throws Exception {
        var ours = keep(SPIKE, "ours");
        var theirs = keep(ACME, "theirs");
        owner.sql(
                        """
                        update vault_document set wrapped_key =
                            (select wrapped_key from vault_document where id = :theirs)
                        where id = :ours
                        """)
                .param("ours", ours.value())
                .param("theirs", theirs.value())
                .update();
        owner.sql(
                        """
                        update vault_document set wrapped_key = set_byte(wrapped_key, 20,
                            255 - get_byte(wrapped_key, 20)) where id = :theirs
                        """)
                .param("theirs", theirs.value())
                .update();

        assertThatThrownBy(() -> vault.read(SPIKE, ours)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.read(ACME, theirs)).isInstanceOf(Unsealable.class);

        awaitTold(SPIKE, "vault_document/" + ours.value());
        awaitTold(ACME, "vault_document/" + theirs.value());
    }

    @Test
    @DisplayName("ENC-03 whoever asks for a changed result gets an error page, the others theirs")
    void answersWithAnError() {
        var email = "sealed-" + UUID.randomUUID() + "@example.com";
        people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        var person = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
        var changed = sample(person);
        var other = sample(person);
        owner.sql(
                        """
                        update statements_document set sealed_result = set_byte(sealed_result, 40,
                            255 - get_byte(sealed_result, 40)) where id = :id
                        """)
                .param("id", UUID.fromString(changed.substring(changed.lastIndexOf('/') + 1)))
                .update();

        var answer = person.get(changed + "/download.csv");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("Unsealable", "za.co.");
        assertThat(person.get(other + "/download.csv").statusCode()).isEqualTo(200);
        awaitTold(SPIKE, "vault_document/" + key(changed));
    }

    private String sample(Browserless person) {
        var page =
                Browserless.location(
                        person.post("/statements/sample", java.util.Map.of("kind", "proven")));
        UploadForm.await(() -> person.get(page + "/download.csv").statusCode() == 200);
        return page;
    }

    private UUID key(String page) {
        return owner.sql("select vault_id from statements_document where id = :id")
                .param("id", UUID.fromString(page.substring(page.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
    }

    private VaultId keep(TenantId tenant, String text) throws IOException {
        var deposit = vault.put(tenant, new ByteArrayInputStream(text.getBytes(UTF_8)));
        vault.keep(tenant, deposit);
        assertThat(vault.read(tenant, deposit.id())).hasValue(text.getBytes(UTF_8));
        return deposit.id();
    }

    private String object(VaultId id) {
        return owner.sql("select object_name from vault_document where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /**
     * @param place of the byte, from the end when below 0
     */
    private void change(String name, int place) {
        var bucket = settings.bucket(Shelf.PDF);
        var content =
                s3.getObjectAsBytes(request -> request.bucket(bucket).key(name)).asByteArray();
        content[Math.floorMod(place, content.length)] ^= 1;
        s3.putObject(request -> request.bucket(bucket).key(name), RequestBody.fromBytes(content));
    }

    private void awaitTold(TenantId tenant, String subject) {
        UploadForm.await(() -> told(tenant, subject) > 0);
        assertThat(told(tenant, subject)).as("once, however often it is met").isEqualTo(1);
    }

    private int told(TenantId tenant, String subject) {
        return owner.sql(
                        """
                        select count(*) from audit_event where tenant_id = :tenant
                            and action = 'seal.broken' and subject = :subject
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }
}
