package za.co.spikedata.webhooks;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.openapi.Forms;
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
        return Forms.bytes(
                new MessageForm(delivery.event(), delivery.happenedAt(), data(delivery)));
    }

    private MessageForm.Data data(Delivery delivery) {
        return new MessageForm.Data(
                delivery.document(),
                MessageForm.Outcome.of(delivery.event()),
                delivery.document().flatMap(id -> address().map(api -> api + id)));
    }

    private Optional<String> address() {
        return tenants.all().stream()
                .map(Brand::tenant)
                .filter(Tenant::isApi)
                .findFirst()
                .map(api -> origins.url(api, "/v7/documents/"));
    }
}
