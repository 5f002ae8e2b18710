package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells documents that name more webhooks than there is room for, beside those made by hand. */
@Component
class WebhookRoom {
    private final OwnWebhooks own;

    WebhookRoom(OwnWebhooks own) {
        this.own = own;
    }

    /**
     * What is wrong with these files. What is served already stays as it is, such as what a folder
     * brought; and whoever names none costs nothing.
     */
    List<String> mistakes(TenantId tenant, Map<String, String> files, Map<String, String> served) {
        int named = DocumentText.read(files).path("webhooks").size();
        if (named == 0 || named > NamedWebhook.MOST || TenantEdit.isSameOfWebhooks(files, served)) {
            return List.of();
        }
        int room = Math.max(0, NamedWebhook.MOST - own.of(tenant));
        return named <= room
                ? List.of()
                : List.of(
                        ("tenants/%s/tenant.yml: webhooks: expected at most %d"
                                        + " beside those made by hand")
                                .formatted(tenant, room));
    }
}
