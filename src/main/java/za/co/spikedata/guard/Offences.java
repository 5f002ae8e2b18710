package za.co.spikedata.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** Counts what nobody does by mistake so often; whoever does is banned. */
@Component
class Offences {
    private static final int DIFFERENT_ACCOUNTS = 20;
    private static final int DIFFERENT_PAGES = 40;
    private static final int DIFFERENT_PROBES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int LONGEST_SHAPE = 200;

    /** What only a search for weak servers asks for. */
    private static final Pattern PROBE =
            Pattern.compile(
                    "(?i).*/(\\.(env|git|svn|hg|aws|ssh|ds_store|ht(access|passwd)|vscode|idea)"
                            + "|wp-(admin|login|content|includes|config|json)|xmlrpc|php(my|pg|info)"
                            + "|pma|adminer|cgi-bin|actuator|h2-console|heapdump|server-status|jenkins"
                            + "|solr|manager/html|boaform|vendor/phpunit|_profiler|telescope|jmx-console"
                            + "|autodiscover|owa|ecp)([/.].*)?"
                            + "|.*\\.(php\\d?|aspx?|jspx?|cgi|bak|sql|swp|old|orig)");

    /** An id, or a secret that an address carries. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{32,}");

    private final JdbcClient jdbc;
    private final Bans bans;
    private final Clock clock;

    Offences(JdbcClient jdbc, Bans bans, Clock clock) {
        this.jdbc = jdbc;
        this.bans = bans;
        this.clock = clock;
    }

    /** A sign-in failed; the same account again is somebody who mistypes. */
    void signInFailed(TenantId tenant, Network network, String account) {
        count(tenant, network, Ban.Reason.SPRAYING, account, DIFFERENT_ACCOUNTS);
    }

    /** A sign-in was right: the failures before it were mistypings. */
    void signInDone(Network network, String account) {
        jdbc.sql(
                        """
                        delete from guard_offence
                        where network = :network and kind = 'SPRAYING' and what = :what
                        """)
                .param("network", network.toString())
                .param("what", account)
                .update();
    }

    /** Somebody who is not signed in asked for what is not there, or not theirs to see. */
    void missed(TenantId tenant, Network network, String path) {
        if (PROBE.matcher(path).matches()) {
            count(tenant, network, Ban.Reason.PROBING, shape(path), DIFFERENT_PROBES);
        }
        count(tenant, network, Ban.Reason.SCANNING, shape(path), DIFFERENT_PAGES);
    }

    /**
     * Whatever the ids and secrets: a page left open after its session ended asks for one shape
     * again.
     */
    private static String shape(String path) {
        var shape = ID.matcher(path).replaceAll("*");
        return shape.substring(0, Math.min(shape.length(), LONGEST_SHAPE)).replace('\0', '?');
    }

    private void count(TenantId tenant, Network network, Ban.Reason kind, String what, int limit) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int others =
                jdbc.sql(
                                """
                                with this as (
                                    insert into guard_offence (network, kind, what, at)
                                    values (:network, :kind, :what, :now)
                                    on conflict (network, kind, what) do update set at = excluded.at)
                                select count(*) from guard_offence
                                where network = :network and kind = :kind and what <> :what
                                    and at > :since
                                """)
                        .param("network", network.toString())
                        .param("kind", kind.name())
                        .param("what", what)
                        .param("now", now)
                        .param("since", now.minus(WINDOW))
                        .query(Integer.class)
                        .single();
        if (others + 1 >= limit) {
            bans.add(tenant, network, kind);
        }
    }

    int forgetOld() {
        return jdbc.sql("delete from guard_offence where at < :before")
                .param("before", clock.instant().atOffset(ZoneOffset.UTC).minus(WINDOW))
                .update();
    }
}
