package za.co.spikedata.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Tells whom an id names, for those who may know. */
@Component
public class PersonNames {
    private final JdbcClient jdbc;
    private final TenantDatabase database;
    private final PersonSecrets secrets;
    private final ActingTable actings;

    PersonNames(
            JdbcClient jdbc, TenantDatabase database, PersonSecrets secrets, ActingTable actings) {
        this.actings = actings;
        this.jdbc = jdbc;
        this.database = database;
        this.secrets = secrets;
    }

    /** Addresses by id, of those ids that name someone of this tenant or who acted for it. */
    public Map<String, String> emails(TenantId tenant, Collection<String> ids) {
        var wanted =
                ids.stream().filter(PersonNames::isId).map(UUID::fromString).toArray(UUID[]::new);
        var emails = new HashMap<String, String>();
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select id, sealed_email from identity_person
                                        where tenant_id = :tenant and id = any(:ids)
                                        """)
                                .param("tenant", tenant.value())
                                .param("ids", wanted)
                                .query(row -> {
                                    var id = new PersonId(row.getObject("id", UUID.class));
                                    emails.put(
                                            id.toString(),
                                            secrets.email(
                                                    tenant, id, row.getBytes("sealed_email")));
                                }));
        actings.operators(tenant, wanted).forEach(emails::putIfAbsent);
        return emails;
    }

    /** The id of whoever has this address. */
    public Optional<String> find(TenantId tenant, String email) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select id::text from identity_person
                                        where tenant_id = :tenant and email_hash = :hash
                                        """)
                                .param("tenant", tenant.value())
                                .param("hash", secrets.hash(tenant, email))
                                .query(String.class)
                                .optional());
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
