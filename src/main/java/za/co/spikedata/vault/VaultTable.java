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
                .param("ids", array(ids))
                .query(row -> {
                    keys.put(
                            new VaultId(row.getObject("id", UUID.class)),
                            row.getBytes("wrapped_key"));
                });
        return keys;
    }

    void destroyKeys(TenantId tenant, List<VaultId> ids) {
        jdbc.sql(
                        """
                        update vault_document set wrapped_key = null, destroyed_at = now()
                        where tenant_id = :tenant and id = any(:ids) and wrapped_key is not null
                        """)
                .param("tenant", tenant.value())
                .param("ids", array(ids))
                .update();
    }

    /** Names of the objects whose keys are destroyed; those without an object have none. */
    List<String> destroyedObjects(TenantId tenant, List<VaultId> ids) {
        return jdbc.sql(
                        """
                        select object_name from vault_document
                        where tenant_id = :tenant and id = any(:ids)
                            and wrapped_key is null and object_name is not null
                        """)
                .param("tenant", tenant.value())
                .param("ids", array(ids))
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
                .param("ids", array(ids))
                .update();
    }

    private static UUID[] array(List<VaultId> ids) {
        return ids.stream().map(VaultId::value).toArray(UUID[]::new);
    }
}
