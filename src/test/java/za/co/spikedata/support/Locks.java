package za.co.spikedata.support;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Advisory locks that the transaction of a test holds. */
public final class Locks {
    private Locks() {}

    /**
     * Returns once somebody waits for a lock that is held here.
     *
     * @param jdbc asks in the transaction that holds it
     * @throws AssertionError when nobody waits within 30 seconds
     */
    public static void awaitSomebody(JdbcClient jdbc) {
        var waiting =
                jdbc.sql(
                        """
                        select exists (select from pg_locks waits
                            join pg_locks held using (locktype, classid, objid, objsubid)
                            where waits.locktype = 'advisory' and not waits.granted
                                and held.granted and held.pid = pg_backend_pid())
                        """);
        Patience.await(Duration.ofSeconds(30), () -> waiting.query(Boolean.class).single());
    }
}
