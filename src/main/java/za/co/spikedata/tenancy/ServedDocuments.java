package za.co.spikedata.tenancy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which document of each tenant is served; of the whole installation, as every node needs all. */
@Repository
class ServedDocuments {
    private static final RowMapper<Served> ROW =
            (row, _) ->
                    new Served(
                            row.getString("tenant"),
                            row.getInt("number"),
                            FilesText.parse(row.getString("files")),
                            Optional.ofNullable(row.getString("imported")));

    private final JdbcClient jdbc;

    ServedDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one tenant's portal shows.
     *
     * @param imported hash of the folder it was last brought from
     */
    record Served(
            String tenant, int number, Map<String, String> files, Optional<String> imported) {}

    List<Served> all() {
        return jdbc.sql(
                        """
                        select tenant, number, files, imported from tenancy_document
                        where ended_at is null
                        """)
                .query(ROW)
                .list();
    }

    /** All that ever were, those that ended too. */
    List<String> ids() {
        return jdbc.sql("select tenant from tenancy_document").query(String.class).list();
    }

    boolean isEnded(TenantId tenant) {
        return jdbc.sql(
                        """
                        select exists (select from tenancy_document
                            where tenant = :tenant and ended_at is not null)
                        """)
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    /** Leaves nothing of the document but that it ended; whether it had not before. */
    boolean end(TenantId tenant, Instant now) {
        return jdbc.sql(
                                """
                                update tenancy_document
                                set files = '{}', imported = null, ended_at = :now,
                                    change = nextval('tenancy_change')
                                where tenant = :tenant and ended_at is null
                                """)
                        .param("tenant", tenant.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Served> find(TenantId tenant) {
        return jdbc.sql(
                        """
                        select tenant, number, files, imported from tenancy_document
                        where tenant = :tenant and ended_at is null
                        """)
                .param("tenant", tenant.value())
                .query(ROW)
                .optional();
    }

    /** Grows whenever any tenant's document is another; 0 while there is none. */
    long change() {
        return jdbc.sql("select coalesce(max(change), 0) from tenancy_document")
                .query(Long.class)
                .single();
    }

    /** Whether it is served now: the document of a tenant that ended stays as it is. */
    boolean put(TenantId tenant, TenantVersion version) {
        return jdbc.sql(
                                """
                                insert into tenancy_document (tenant, number, files)
                                values (:tenant, :number, :files)
                                on conflict (tenant) do update
                                set number = :number, files = :files, change = nextval('tenancy_change')
                                where tenancy_document.ended_at is null
                                """)
                        .param("tenant", tenant.value())
                        .param("number", version.number())
                        .param("files", FilesText.of(version.files()))
                        .update()
                == 1;
    }

    void imported(TenantId tenant, String hash) {
        jdbc.sql("update tenancy_document set imported = :hash where tenant = :tenant")
                .param("hash", hash)
                .param("tenant", tenant.value())
                .update();
    }

    /** One change at a time on all nodes, until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tenancy', 0))")
                .query((_, _) -> 1)
                .single();
    }
}
