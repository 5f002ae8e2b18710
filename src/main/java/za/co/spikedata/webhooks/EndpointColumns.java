package za.co.spikedata.webhooks;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.SealedColumns;

/** Addresses and secrets of endpoints. */
@Component
class EndpointColumns implements SealedColumns {
    private static final String TABLE = "webhooks_endpoint";

    @Override
    public List<Column> columns() {
        return List.of(
                new Column(TABLE, "sealed_url", "'webhooks_endpoint/' || id || '/url'"),
                new Column(TABLE, "sealed_secret", "'webhooks_endpoint/' || id || '/secret'"),
                new Column(TABLE, "sealed_previous", "'webhooks_endpoint/' || id || '/secret'"));
    }
}
