package za.co.spikedata.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/**
 * What an endpoint is sent: what happened, to which document and where it is asked for. What the
 * document says is for those who ask with a token.
 */
@Component
class Message {
    private final Tenants tenants;
    private final Origins origins;

    Message(Tenants tenants, Origins origins) {
        this.tenants = tenants;
        this.origins = origins;
    }

    /** The same bytes with every try. */
    byte[] body(Delivery delivery) {
        Map<String, Object> data = new LinkedHashMap<>();
        delivery.document()
                .ifPresent(document -> {
                    data.put("document", document.toString());
                    data.put("state", state(delivery.event()));
                    address().ifPresent(api -> data.put("address", api + document));
                });
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", delivery.event().word());
        fields.put("timestamp", delivery.happenedAt().toString());
        fields.put("data", data);
        return JsonMapper.shared().writeValueAsBytes(fields);
    }

    private Optional<String> address() {
        return tenants.all().stream()
                .map(Brand::tenant)
                .filter(Tenant::isApi)
                .findFirst()
                .map(api -> origins.url(api, "/v7/documents/"));
    }

    /** As the document itself tells it. */
    private static String state(Event event) {
        return switch (event) {
            case DONE -> "done";
            case FAILED -> "refused";
            case LOCKED -> "locked";
            case DELETED -> "deleted";
            case TEST -> "";
        };
    }
}
