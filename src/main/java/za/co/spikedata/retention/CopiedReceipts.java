package za.co.spikedata.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** A person's receipts, a file each; a deletion that is under way has none yet and is told. */
@Component
class CopiedReceipts implements Copied {
    private final Receipts receipts;

    CopiedReceipts(Receipts receipts) {
        this.receipts = receipts;
    }

    private record Begun(String kind, UUID subject, Rule rule, String begun) {}

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        for (var receipt : receipts.all(tenant, person)) {
            copy(receipt, parcel);
        }
    }

    private static void copy(Receipt receipt, Parcel parcel) throws IOException {
        if (receipt.isComplete()) {
            parcel.add(
                    "receipts/receipt-" + receipt.id() + ".jws",
                    "receipts",
                    receipt.signed().getBytes(StandardCharsets.US_ASCII));
        } else {
            parcel.addJson(
                    "receipts/deletion-" + receipt.id() + ".json",
                    "deletions under way",
                    new Begun(
                            receipt.kind(),
                            receipt.subject(),
                            receipt.rule(),
                            receipt.begun().toString()));
        }
    }
}
