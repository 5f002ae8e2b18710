package za.co.spikedata.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldLogsTest {
    private static final int DAYS = 7;
    private static final Clock NOON =
            Clock.fixed(
                    LocalDate.of(2026, 11, 28)
                            .atTime(LocalTime.NOON)
                            .atZone(ZoneId.systemDefault())
                            .toInstant(),
                    ZoneId.systemDefault());

    @TempDir private Path folder;

    @Test
    @DisplayName("LOG-01 no day of the log outlives a week, however long the portal stood still")
    void keepsAWeek() throws IOException {
        for (var name :
                List.of(
                        "portal.log",
                        "portal.log.2026-11-27.0.gz",
                        "portal.log.2026-11-21.3.gz",
                        "portal.log.2026-11-20.0.gz",
                        "portal.log.2026-11-20.171717.tmp",
                        "portal.log.2025-01-01.12.gz",
                        "portal.log.of-another-day",
                        "other.log.2025-01-01.0.gz")) {
            Files.createFile(folder.resolve(name));
        }

        int deleted = new OldLogs(folder.resolve("portal.log").toString(), DAYS, NOON).delete();

        assertThat(deleted).isEqualTo(3);
        try (var left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "portal.log",
                            "portal.log.2026-11-27.0.gz",
                            "portal.log.2026-11-21.3.gz",
                            "portal.log.of-another-day",
                            "other.log.2025-01-01.0.gz");
        }
    }

    /** A folder with something in it cannot be deleted, and a link is none of the log's. */
    @Test
    void goesOnPastWhatIsNoFile() throws IOException {
        var full = Files.createDirectory(folder.resolve("portal.log.2025-01-01.0"));
        Files.createFile(full.resolve("something"));
        var link = folder.resolve("portal.log.2025-01-02.0.gz");
        Files.createSymbolicLink(link, full.resolve("something"));
        for (int day = 3; day < 10; day++) {
            Files.createFile(folder.resolve("portal.log.2025-01-0" + day + ".0.gz"));
        }

        int deleted = new OldLogs(folder.resolve("portal.log").toString(), DAYS, NOON).delete();

        assertThat(deleted).isEqualTo(7);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(full, link);
        }
    }
}
