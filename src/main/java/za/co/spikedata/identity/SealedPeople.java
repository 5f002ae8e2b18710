package za.co.spikedata.identity;

import java.time.Clock;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.CodeMigration;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.TenantSecrets;

/**
 * Seals what the tables of people held in clear. Rows are written anew by the change of a column's
 * type, so that the files of the tables do not keep what they held.
 */
@Component
class SealedPeople extends CodeMigration {
    private static final String OPEN =
            """
            alter table identity_person no force row level security;
            alter table identity_authenticator no force row level security;
            alter table identity_passkey no force row level security;
            alter table identity_link no force row level security;
            alter table identity_person
              add column email_hash bytea, add column sealed_email bytea,
              add column sealed_name bytea;
            alter table identity_passkey add column sealed_label bytea;
            alter table identity_device drop column label;
            update identity_authenticator set
              sealed_secret = '\\x00000001'::bytea || sealed_secret,
              pending_secret = '\\x00000001'::bytea || pending_secret;
            update identity_link set sealed_detail = '\\x00000001'::bytea || sealed_detail;
            """;

    private static final String CLOSE =
            """
            alter table identity_person
              drop column email, drop column name,
              alter column email_hash set not null,
              alter column sealed_email set not null,
              alter column sealed_name set not null,
              alter column email_hash type bytea using email_hash || ''::bytea,
              add unique (tenant_id, email_hash);
            alter table identity_passkey
              drop column label,
              alter column sealed_label set not null,
              alter column sealed_label type bytea using sealed_label || ''::bytea;
            alter table identity_person force row level security;
            alter table identity_authenticator force row level security;
            alter table identity_passkey force row level security;
            alter table identity_link force row level security;
            """;

    private final KeyService service;
    private final Clock clock;

    SealedPeople(KeyService service, Clock clock) {
        super("161", "sealed people");
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var secrets =
                new PersonSecrets(TenantSecrets.within(context.getConnection(), service, clock));
        jdbc.sql(OPEN).update();
        people(jdbc, secrets);
        passkeys(jdbc, secrets);
        jdbc.sql(CLOSE).update();
    }

    private static void people(JdbcClient jdbc, PersonSecrets secrets) {
        record Row(TenantId tenant, PersonId id, String email, String name) {}
        var rows =
                jdbc.sql("select tenant_id, id, email, name from identity_person")
                        .query((row, _) ->
                                new Row(
                                        new TenantId(row.getString("tenant_id")),
                                        new PersonId(row.getObject("id", UUID.class)),
                                        row.getString("email"),
                                        row.getString("name")))
                        .list();
        for (var row : rows) {
            jdbc.sql(
                            """
                            update identity_person set email_hash = :hash, sealed_email = :email,
                                sealed_name = :name
                            where tenant_id = :tenant and id = :id
                            """)
                    .param("hash", secrets.hash(row.tenant(), row.email()))
                    .param("email", secrets.email(row.tenant(), row.id(), row.email()))
                    .param("name", secrets.name(row.tenant(), row.id(), row.name()))
                    .param("tenant", row.tenant().value())
                    .param("id", row.id().value())
                    .update();
        }
    }

    private static void passkeys(JdbcClient jdbc, PersonSecrets secrets) {
        record Row(TenantId tenant, byte[] credential, PersonId person, String label) {}
        var rows =
                jdbc.sql("select tenant_id, credential_id, person_id, label from identity_passkey")
                        .query((row, _) ->
                                new Row(
                                        new TenantId(row.getString("tenant_id")),
                                        row.getBytes("credential_id"),
                                        new PersonId(row.getObject("person_id", UUID.class)),
                                        row.getString("label")))
                        .list();
        for (var row : rows) {
            jdbc.sql(
                            """
                            update identity_passkey set sealed_label = :label
                            where tenant_id = :tenant and credential_id = :credential
                            """)
                    .param("label", secrets.label(row.tenant(), row.person(), row.label()))
                    .param("tenant", row.tenant().value())
                    .param("credential", row.credential())
                    .update();
        }
    }
}
