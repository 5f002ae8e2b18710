package za.co.spikedata.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.audit.Event;
import za.co.spikedata.tenancy.TenantId;

/**
 * What a person did, as the trail has it, the newest first. What others did to them is theirs: it
 * tells where those others were.
 */
@Component
class CopiedTrail implements Copied {
    private static final int BATCH = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AuditTrail trail;

    CopiedTrail(AuditTrail trail) {
        this.trail = trail;
    }

    private record Line(
            long seq, String at, String action, String subject, String address, String requestId) {
        static Line of(Event event) {
            return new Line(
                    event.seq(),
                    event.at().toString(),
                    event.action(),
                    event.subject(),
                    event.address(),
                    event.requestId());
        }
    }

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        parcel.add("trail.jsonl", "lines of the trail", out -> write(tenant, person, out));
    }

    private int write(TenantId tenant, UUID person, OutputStream out) throws IOException {
        var asked =
                new Asked(
                        Optional.empty(),
                        Optional.of(person.toString()),
                        Optional.empty(),
                        Optional.empty());
        int lines = 0;
        var batch = trail.below(tenant, asked, Long.MAX_VALUE, BATCH);
        while (!batch.isEmpty()) {
            for (var event : batch) {
                if (event.actor().equals(person.toString())) {
                    var line = JSON.writeValueAsString(Line.of(event)) + "\n";
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    lines++;
                }
            }
            batch = trail.below(tenant, asked, batch.getLast().seq(), BATCH);
        }
        return lines;
    }
}
