package za.co.spikedata.errorstore;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.SealedColumns;

/** Why support wants to see a PDF: it may name people. */
@Component
class OpeningColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("errorstore_opening", "sealed_reason", "'errorstore_opening/' || id"));
    }
}
