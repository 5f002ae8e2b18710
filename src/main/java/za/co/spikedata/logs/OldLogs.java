package za.co.spikedata.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deletes old days of this node's log whenever they became old: the log itself, as it rolls, looks
 * at its last days alone and never at what a long stop left. That it says so makes the log of a
 * portal in which nothing happens roll too.
 */
@Component
class OldLogs implements InitializingBean, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(OldLogs.class);
    private static final Duration FIRST = Duration.ofMinutes(1); // the log compresses what it rolls
    private static final Duration EACH = Duration.ofHours(12);

    private final String file;
    private final int days;
    private final Clock clock;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("old-logs").factory());

    /**
     * @param file the log; empty when there is none
     * @param days how many before today are kept
     */
    OldLogs(
            @Value("${logging.file.name:}") String file,
            @Value("${logging.logback.rollingpolicy.max-history}") int days,
            Clock clock) {
        this.file = file;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (!file.isEmpty()) {
            looking.scheduleWithFixedDelay(
                    this::look, FIRST.toSeconds(), EACH.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
    }

    /** One look that fails must not be the last. */
    private void look() {
        try {
            log.info("Deleted {} old files of the log", delete());
        } catch (IOException | RuntimeException failed) {
            log.error("Expected to delete old files of the log", failed);
        }
    }

    /** Tells how many; one that cannot be deleted keeps no other. */
    int delete() throws IOException {
        var path = Path.of(file).toAbsolutePath();
        var name = path.getFileName() + ".";
        var oldest = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).minusDays(days);
        int deleted = 0;
        for (var each : besides(path)) {
            var fileName = each.getFileName().toString();
            if (fileName.startsWith(name)
                    && isBefore(fileName.substring(name.length()), oldest)
                    && isDeleted(each)) {
                deleted++;
            }
        }
        return deleted;
    }

    private static List<Path> besides(Path log) throws IOException {
        try (var files = Files.list(log.resolveSibling("."))) {
            return files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static boolean isDeleted(Path old) {
        try {
            return Files.deleteIfExists(old);
        } catch (IOException kept) {
            log.error("Expected to delete an old file of the log", kept);
            return false;
        }
    }

    /** Begins with its day, as {@code application.yml} names them. */
    private static boolean isBefore(String rolled, LocalDate oldest) {
        try {
            return LocalDate.parse(rolled.split("\\.", 2)[0]).isBefore(oldest);
        } catch (DateTimeException another) {
            return false;
        }
    }
}
