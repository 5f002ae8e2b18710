package za.co.spikedata.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The buckets of all nodes, in one table. Each drips at its own rate; a request takes from all of
 * its buckets in one statement, which is why this is not a library: those take a transaction of
 * several statements for every bucket.
 */
@Component
class Buckets {
    private final JdbcClient jdbc;
    private final Clock clock;

    Buckets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which bucket was empty, and how long until it gives again. */
    record Empty(Allowance allowance, Duration pause) {}

    /**
     * Takes once from each; the emptiest is told when one gave nothing. A bucket that seems to need
     * longer than its span was written before the clock was set back; it costs no more than one
     * span.
     */
    Optional<Empty> take(List<Allowance.Bucket> buckets) {
        var sorted = buckets.stream().sorted(Comparator.comparing(Allowance.Bucket::key)).toList();
        long now = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, clock.instant());
        var gave = gave(sorted, now).keySet();
        return sorted.stream()
                .filter(each -> !gave.contains(each.key()))
                .map(each -> new Empty(each.allowance(), untilNext(each, now)))
                .max(Comparator.comparing(Empty::pause));
    }

    /** Takes once from one, and tells how it stands then. */
    Rates.Standing count(Allowance.Bucket bucket) {
        long now = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, clock.instant());
        var gave = Optional.ofNullable(gave(List.of(bucket), now).get(bucket.key()));
        long fullAt = gave.orElseGet(() -> fullAt(bucket, now));
        var allowance = bucket.allowance();
        long left = Math.clamp(now + allowance.span() - fullAt, 0, allowance.span());
        return new Rates.Standing(
                gave.isPresent(),
                left / allowance.step(),
                Duration.of(
                        Math.max(0, fullAt + allowance.step() - now - allowance.span()),
                        ChronoUnit.MICROS),
                Duration.of(Math.max(0, fullAt - now), ChronoUnit.MICROS));
    }

    /** When each that gave will be full again. */
    private Map<String, Long> gave(List<Allowance.Bucket> buckets, long now) {
        return jdbc
                .sql(
                        """
                        insert into guard_bucket as b (key, full_at, step, span)
                        select key, :now + step, step, span
                        from unnest(:keys, :steps, :spans) as asked (key, step, span)
                        order by key
                        on conflict (key) do update set
                            full_at = greatest(:now, least(b.full_at, :now + excluded.span))
                                + excluded.step,
                            step = excluded.step, span = excluded.span
                        where greatest(:now, b.full_at) + excluded.step
                                <= :now + excluded.span
                            or b.full_at > :now + excluded.span + excluded.step
                        returning key, full_at
                        """)
                .param("now", now)
                .param("keys", buckets.stream().map(Allowance.Bucket::key).toArray(String[]::new))
                .param(
                        "steps",
                        buckets.stream().map(each -> each.allowance().step()).toArray(Long[]::new))
                .param(
                        "spans",
                        buckets.stream().map(each -> each.allowance().span()).toArray(Long[]::new))
                .query((row, _) -> Map.entry(row.getString("key"), row.getLong("full_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Duration untilNext(Allowance.Bucket bucket, long now) {
        long micros =
                fullAt(bucket, now) + bucket.allowance().step() - now - bucket.allowance().span();
        return Duration.of(Math.max(1, micros), ChronoUnit.MICROS);
    }

    private long fullAt(Allowance.Bucket bucket, long now) {
        return jdbc.sql("select full_at from guard_bucket where key = :key")
                .param("key", bucket.key())
                .query(Long.class)
                .optional()
                .orElse(now);
    }

    /** Those that have been full for long are as if they had never been. */
    int forgetFull() {
        return jdbc.sql("delete from guard_bucket where full_at < :now")
                .param("now", ChronoUnit.MICROS.between(java.time.Instant.EPOCH, clock.instant()))
                .update();
    }
}
