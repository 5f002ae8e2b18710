package za.co.spikedata.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

@PortalTest
class TimedOutputTest {
    @Autowired private Tenants tenants;
    @Autowired private Origins origins;
    @Autowired private Audit audit;

    @Test
    @DisplayName("DEL-06 whoever reads a copy too slowly gets no more of it, and no whole ZIP")
    void endsACopyThatIsReadTooSlowly() throws IOException {
        var clock = new AtomicReference<>(Clock.systemUTC());
        var copies =
                new OwnCopies(
                        List.of((_, _, parcel) -> {
                            parcel.add("first", "things", new byte[1]);
                            clock.set(
                                    Clock.offset(
                                            Clock.systemUTC(),
                                            OwnCopies.LONGEST.plus(Duration.ofSeconds(1))));
                            parcel.add("second", "things", new byte[1]);
                        }),
                        origins,
                        audit,
                        new Moving(clock));
        var tenant = tenants.find(new TenantId("spike")).orElseThrow().tenant();
        var out = new ByteArrayOutputStream();

        try (var turn = copies.turn(tenant, UUID.randomUUID()).orElseThrow()) {
            assertThatThrownBy(() -> turn.write(out)).isInstanceOf(IOException.class);
        }

        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .contains("first")
                .doesNotContain("second");
    }

    @Test
    void takesNoByteOnceItsTimeIsOver() throws IOException {
        var now = Clock.systemUTC();
        var late =
                new TimedOutput(OutputStream.nullOutputStream(), now, now.instant().minusNanos(1));
        var early =
                new TimedOutput(
                        OutputStream.nullOutputStream(),
                        now,
                        now.instant().plus(OwnCopies.LONGEST));

        early.write(1);
        assertThatThrownBy(() -> late.write(1)).isInstanceOf(IOException.class);
    }

    private static final class Moving extends Clock {
        private final AtomicReference<Clock> now;

        Moving(AtomicReference<Clock> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get().instant();
        }

        @Override
        public ZoneId getZone() {
            return now.get().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
