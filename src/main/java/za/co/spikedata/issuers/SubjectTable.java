package za.co.spikedata.issuers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Whom of a tenant each provider's subjects are, since they first came. */
@Repository
class SubjectTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    SubjectTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    Optional<PersonId> person(TenantId tenant, UUID issuer, byte[] subject) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select person_id from issuers_subject
                                        where tenant_id = :tenant and issuer_id = :issuer
                                            and subject_hash = :subject
                                        """)
                                .param("tenant", tenant.value())
                                .param("issuer", issuer)
                                .param("subject", subject)
                                .query(UUID.class)
                                .optional()
                                .map(PersonId::new));
    }

    /** False when either of the two belongs to another already. */
    boolean link(TenantId tenant, UUID issuer, byte[] subject, PersonId person, Instant now) {
        return database.call(
                        tenant,
                        () ->
                                jdbc.sql(
                                                """
                                                insert into issuers_subject (tenant_id, issuer_id,
                                                    subject_hash, person_id, linked_at)
                                                values (:tenant, :issuer, :subject, :person, :now)
                                                on conflict do nothing
                                                """)
                                        .param("tenant", tenant.value())
                                        .param("issuer", issuer)
                                        .param("subject", subject)
                                        .param("person", person.value())
                                        .param("now", now.atOffset(ZoneOffset.UTC))
                                        .update())
                == 1;
    }

    /** When each provider first vouched for somebody, by its id. */
    Map<UUID, Instant> links(TenantId tenant, PersonId person) {
        var links = new LinkedHashMap<UUID, Instant>();
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select issuer_id, linked_at from issuers_subject
                                        where tenant_id = :tenant and person_id = :person
                                        order by linked_at
                                        """)
                                .param("tenant", tenant.value())
                                .param("person", person.value())
                                .query(row -> {
                                    links.put(
                                            row.getObject("issuer_id", UUID.class),
                                            row.getObject("linked_at", OffsetDateTime.class)
                                                    .toInstant());
                                }));
        return links;
    }

    List<PersonId> people(TenantId tenant, UUID issuer) {
        return database.call(
                tenant,
                () ->
                        jdbc
                                .sql(
                                        """
                                        select person_id from issuers_subject
                                        where tenant_id = :tenant and issuer_id = :issuer
                                        """)
                                .param("tenant", tenant.value())
                                .param("issuer", issuer)
                                .query(UUID.class)
                                .list()
                                .stream()
                                .map(PersonId::new)
                                .toList());
    }
}
