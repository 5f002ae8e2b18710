package za.co.spikedata.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Each person's authenticator: its sealed secret, and the last step a code was taken of. */
@Repository
class AuthenticatorTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    AuthenticatorTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    record Kept(byte[] sealedSecret, long lastStep) {}

    Optional<Kept> find(TenantId tenant, PersonId person) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        person,
                                        """
                                        select sealed_secret, last_step from identity_authenticator
                                        where tenant_id = :tenant and person_id = :person
                                            and sealed_secret is not null
                                        """)
                                .query((row, _) ->
                                        new Kept(
                                                row.getBytes("sealed_secret"),
                                                row.getLong("last_step")))
                                .optional());
    }

    Optional<byte[]> findPending(TenantId tenant, PersonId person, Instant since) {
        return database.call(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        person,
                                        """
                                        select pending_secret from identity_authenticator
                                        where tenant_id = :tenant and person_id = :person
                                            and pending_secret is not null
                                            and pending_since > :since
                                        """)
                                .param("since", since.atOffset(ZoneOffset.UTC))
                                .query(byte[].class)
                                .optional());
    }

    void putPending(TenantId tenant, PersonId person, byte[] sealedSecret, Instant now) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        person,
                                        """
                                        insert into identity_authenticator
                                            (tenant_id, person_id, pending_secret, pending_since)
                                        values (:tenant, :person, :secret, :now)
                                        on conflict (tenant_id, person_id) do update
                                        set pending_secret = :secret, pending_since = :now
                                        """)
                                .param("secret", sealedSecret)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update());
    }

    /** Makes the pending secret the one that counts, with the step its first code was of. */
    boolean confirm(TenantId tenant, PersonId person, byte[] sealedSecret, long step) {
        return database.call(
                        tenant,
                        () ->
                                sql(
                                                tenant,
                                                person,
                                                """
                                                update identity_authenticator
                                                set sealed_secret = pending_secret,
                                                    last_step = greatest(last_step, :step),
                                                    pending_secret = null, pending_since = null
                                                where tenant_id = :tenant and person_id = :person
                                                    and pending_secret = :secret
                                                """)
                                        .param("secret", sealedSecret)
                                        .param("step", step)
                                        .update())
                == 1;
    }

    /** Takes the step, once: of all who ask for it, on all nodes, one is told yes. */
    boolean take(TenantId tenant, PersonId person, long step) {
        return database.call(
                        tenant,
                        () ->
                                sql(
                                                tenant,
                                                person,
                                                """
                                                update identity_authenticator set last_step = :step
                                                where tenant_id = :tenant and person_id = :person
                                                    and sealed_secret is not null
                                                    and last_step < :step
                                                """)
                                        .param("step", step)
                                        .update())
                == 1;
    }

    /** Keeps the row, so that a step that was used stays used. */
    void clear(TenantId tenant, PersonId person) {
        database.run(
                tenant,
                () ->
                        sql(
                                        tenant,
                                        person,
                                        """
                                        update identity_authenticator set sealed_secret = null,
                                            pending_secret = null, pending_since = null
                                        where tenant_id = :tenant and person_id = :person
                                        """)
                                .update());
    }

    private StatementSpec sql(TenantId tenant, PersonId person, String sql) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("person", person.value());
    }
}
