package za.co.spikedata.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** A wrapped key and the object it opens, if it has one. */
    record Entry(byte[] wrappedKey, Optional<String> object) {}

    void insert(TenantId tenant, VaultId id, Optional<String> object, byte[] wrappedKey) {
        jdbc.sql(
                        """
                        insert into vault_document (tenant_id, id, object_name, wrapped_key)
                        values (:tenant, :id, :object, :key)
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("object", object.orElse(null))
                .param("key", wrappedKey)
                .update();
    }

    Optional<Entry> find(TenantId tenant, VaultId id) {
        return jdbc.sql(
                        """
                        select wrapped_key, object_name from vault_document
                        where tenant_id = :tenant and id = :id and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query((row, _) ->
                        new Entry(
                                row.getBytes("wrapped_key"),
                                Optional.ofNullable(row.getString("object_name"))))
                .optional();
    }

    Map<VaultId, byte[]> wrappedKeys(TenantId tenant, List<VaultId> ids) {
        var keys = new HashMap<VaultId, byte[]>();
        jdbc.sql(
                        """
                        select id, wrapped_key from vault_document
                        where tenant_id = :tenant and id = any(:ids) and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(VaultId::value).toArray(UUID[]::new))
                .query(row -> {
                    keys.put(
                            new VaultId(row.getObject("id", UUID.class)),
                            row.getBytes("wrapped_key"));
                });
        return keys;
    }

    void destroyKey(TenantId tenant, VaultId id) {
        jdbc.sql(
                        """
                        update vault_document set wrapped_key = null, destroyed_at = now()
                        where tenant_id = :tenant and id = :id and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update();
    }

    /** Objects whose key is gone and that are still in the store, or were never in it. */
    List<Remains> remains(TenantId tenant) {
        return jdbc.sql(
                        """
                        select id, object_name from vault_document
                        where tenant_id = :tenant and wrapped_key is null
                        order by destroyed_at limit 1000
                        """)
                .param("tenant", tenant.value())
                .query((row, _) ->
                        new Remains(
                                new VaultId(row.getObject("id", UUID.class)),
                                Optional.ofNullable(row.getString("object_name"))))
                .list();
    }

    void forget(TenantId tenant, VaultId id) {
        jdbc.sql(
                        """
                        delete from vault_document
                        where tenant_id = :tenant and id = :id and wrapped_key is null
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update();
    }

    /** What is left of a destroyed document. */
    record Remains(VaultId id, Optional<String> object) {}
}
