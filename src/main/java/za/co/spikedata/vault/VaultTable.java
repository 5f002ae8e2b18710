package za.co.spikedata.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantId;

/** Which object a wrapped key belongs to; callers hold a transaction of the tenant. */
@Repository
class VaultTable {
    private final JdbcClient jdbc;

    VaultTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A kept key.
     *
     * @param wrappedKey the half that is here, wrapped by the tenant's key
     * @param half where the other is; empty for a key that is here whole
     * @param object what it opens, if it has one
     */
    record Entry(byte[] wrappedKey, Optional<String> half, Optional<String> object) {}

    /** A key by the names of all that lies in the store of it. */
    record Named(VaultId id, Set<String> names) {
        Named {
            names = Set.copyOf(names);
        }

        static Named of(VaultId id, Entry entry) {
            return new Named(
                    id,
                    Stream.concat(entry.object().stream(), entry.half().stream())
                            .collect(Collectors.toSet()));
        }
    }

    /** Which of these objects a row knows of, be its key destroyed or not. */
    List<String> known(TenantId tenant, List<String> names) {
        return jdbc.sql(
                        """
                        select object_name from vault_document
                        where tenant_id = :tenant and object_name = any(:names)
                        union
                        select half_name from vault_document
                        where tenant_id = :tenant and half_name = any(:names)
                        """)
                .param("tenant", tenant.value())
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Keys that are not destroyed, of which these halves are in the store. */
    List<VaultId> withHalves(TenantId tenant, List<String> halves) {
        return jdbc.sql(
                        """
                        select id from vault_document
                        where tenant_id = :tenant and half_name = any(:halves)
                            and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("halves", halves.toArray(String[]::new))
                .query((row, _) -> new VaultId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Keys after this one that are not destroyed, in the order of their ids. */
    List<Named> named(TenantId tenant, UUID after, int most) {
        return jdbc.sql(
                        """
                        select id, wrapped_key, half_name, object_name from vault_document
                        where tenant_id = :tenant and id > :after and wrapped_key is not null
                        order by id limit :most
                        """)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("most", most)
                .query((row, _) ->
                        Named.of(new VaultId(row.getObject("id", UUID.class)), entry(row)))
                .list();
    }

    void insert(TenantId tenant, VaultId id, Entry entry) {
        jdbc.sql(
                        """
                        insert into vault_document (tenant_id, id, object_name, half_name,
                            wrapped_key)
                        values (:tenant, :id, :object, :half, :key)
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("object", entry.object().orElse(null))
                .param("half", entry.half().orElse(null))
                .param("key", entry.wrappedKey())
                .update();
    }

    /** Names another object; false when the key is destroyed, or its object is no longer that. */
    boolean attach(TenantId tenant, VaultId id, Optional<String> before, String object) {
        return jdbc.sql(
                                """
                                update vault_document set object_name = :object
                                where tenant_id = :tenant and id = :id
                                    and wrapped_key is not null
                                    and object_name is not distinct from :before
                                """)
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .param("before", before.orElse(null), Types.VARCHAR)
                        .param("object", object)
                        .update()
                == 1;
    }

    Optional<Entry> find(TenantId tenant, VaultId id) {
        return jdbc.sql(
                        """
                        select wrapped_key, half_name, object_name from vault_document
                        where tenant_id = :tenant and id = :id and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /** Those whose keys are not destroyed. */
    Map<VaultId, Entry> all(TenantId tenant, List<VaultId> ids) {
        var keys = new HashMap<VaultId, Entry>();
        jdbc.sql(
                        """
                        select id, wrapped_key, half_name, object_name from vault_document
                        where tenant_id = :tenant and id = any(:ids) and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("ids", VaultId.values(ids))
                .query(row -> {
                    keys.put(new VaultId(row.getObject("id", UUID.class)), entry(row));
                });
        return keys;
    }

    /** Documents after this one whose keys do not begin so. */
    Map<VaultId, byte[]> wrappedOtherwise(TenantId tenant, byte[] beginning, UUID after, int most) {
        var keys = new LinkedHashMap<VaultId, byte[]>();
        jdbc.sql(
                        """
                        select id, wrapped_key from vault_document
                        where tenant_id = :tenant and id > :after
                            and substring(wrapped_key from 1 for 4) <> :beginning
                        order by id limit :most
                        """)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("beginning", beginning)
                .param("most", most)
                .query(row -> {
                    keys.put(
                            new VaultId(row.getObject("id", UUID.class)),
                            row.getBytes("wrapped_key"));
                });
        return keys;
    }

    /** Unless it was destroyed or wrapped anew meanwhile. */
    boolean rewrap(TenantId tenant, VaultId id, byte[] before, byte[] after) {
        return jdbc.sql(
                                """
                                update vault_document set wrapped_key = :after
                                where tenant_id = :tenant and id = :id and wrapped_key = :before
                                """)
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .param("before", before)
                        .param("after", after)
                        .update()
                == 1;
    }

    void destroyKeys(TenantId tenant, List<VaultId> ids) {
        jdbc.sql(
                        """
                        update vault_document set wrapped_key = null, destroyed_at = now()
                        where tenant_id = :tenant and id = any(:ids) and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("ids", VaultId.values(ids))
                .update();
    }

    void destroyAll(TenantId tenant) {
        jdbc.sql(
                        """
                        update vault_document set wrapped_key = null, destroyed_at = now()
                        where tenant_id = :tenant and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .update();
    }

    List<VaultId> destroyed(TenantId tenant, int most) {
        return jdbc.sql(
                        """
                        select id from vault_document
                        where tenant_id = :tenant and wrapped_key is null limit :most
                        """)
                .param("tenant", tenant.value())
                .param("most", most)
                .query((row, _) -> new VaultId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Names of all that lies in the store of destroyed keys: objects, and halves of the keys. */
    List<String> destroyedObjects(TenantId tenant, List<VaultId> ids) {
        return jdbc.sql(
                        """
                        select name from vault_document
                        cross join unnest(array[object_name, half_name]) as name
                        where tenant_id = :tenant and id = any(:ids)
                            and wrapped_key is null and name is not null
                        """)
                .param("tenant", tenant.value())
                .param("ids", VaultId.values(ids))
                .query(String.class)
                .list();
    }

    void forget(TenantId tenant, List<VaultId> ids) {
        jdbc.sql(
                        """
                        delete from vault_document
                        where tenant_id = :tenant and id = any(:ids) and wrapped_key is null
                        """)
                .param("tenant", tenant.value())
                .param("ids", VaultId.values(ids))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getBytes("wrapped_key"),
                Optional.ofNullable(row.getString("half_name")),
                Optional.ofNullable(row.getString("object_name")));
    }
}
