package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantHostsTest {
    private static final Map<String, String> FILES =
            Map.of("tenant.yml", "name: A\nhosts: [\"a.{domain}\"]\n", "logo.svg", "<svg/>");

    private static TenantHosts hosts(Map<String, String> files) {
        return TenantHosts.of(files, "example.org");
    }

    @Test
    void servesANewHostBesideTheFirst() {
        var files = hosts(FILES).serving("own.example").files();

        assertThat(files.get("tenant.yml"))
                .isEqualTo(
                        TenantSchema.HINT
                                + "name: \"A\"\nhosts:\n- \"a.{domain}\"\n- \"own.example\"\n");
        assertThat(files).containsEntry("logo.svg", "<svg/>");
    }

    @Test
    void keepsTheWritingOfAHostThatItMoves() {
        var files = hosts(FILES).serving("own.example").preferring("own.example").files();
        var back = hosts(files).preferring("a.example.org").files();

        assertThat(files.get("tenant.yml"))
                .endsWith("hosts:\n- \"own.example\"\n- \"a.{domain}\"\n");
        assertThat(back.get("tenant.yml"))
                .endsWith("hosts:\n- \"a.{domain}\"\n- \"own.example\"\n");
    }

    @Test
    void sendsOnFromAHostUntilItIsServedAgain() {
        var files = hosts(FILES).preferring("own.example").forwarding("a.example.org").files();

        assertThat(files.get("tenant.yml"))
                .endsWith("hosts:\n- \"own.example\"\nformer-hosts:\n- \"a.{domain}\"\n");
        assertThat(hosts(files).serving("a.example.org").files().get("tenant.yml"))
                .endsWith("hosts:\n- \"own.example\"\n- \"a.{domain}\"\n");
    }

    @Test
    void leavesTheOnlyHostThatIsServed() {
        assertThat(hosts(FILES).without("a.example.org").files()).isSameAs(hosts(FILES).files());
        assertThat(hosts(FILES).forwarding("a.example.org").files().get("tenant.yml"))
                .isEqualTo(FILES.get("tenant.yml"));
    }

    @Test
    void leadsPeopleToAHostThatWasSeenToWork() {
        var before = hosts(FILES).serving("own.example").serving("other.example");
        var preferred = before.preferring("own.example");
        var forwarded = preferred.forwarding("a.example.org");

        assertThat(preferred.leadsSomewhere("a.example.org", before)).isFalse();
        assertThat(preferred.leadsSomewhere("own.example", before)).isTrue();
        assertThat(before.leadsSomewhere("other.example", preferred)).isTrue();
        assertThat(preferred.without("other.example").leadsSomewhere("a.example.org", preferred))
                .as("links name the host they named before")
                .isTrue();
        assertThat(forwarded.leadsSomewhere("a.example.org", preferred)).isFalse();
        assertThat(forwarded.leadsSomewhere("own.example", preferred)).isTrue();
    }

    @Test
    void carriesWhatTheTenantBroughtOverToAnotherDocument() {
        var served = hosts(FILES).preferring("own.example").serving("gone.example");
        var folder = Map.of("tenant.yml", "name: B\nhosts: [\"a.{domain}\", \"b.{domain}\"]\n");

        var carried = hosts(folder).carrying(served, Set.of("own.example")).files();
        var sentOn =
                hosts(folder)
                        .carrying(served.forwarding("a.example.org"), Set.of("own.example"))
                        .files();

        assertThat(carried.get("tenant.yml"))
                .contains("hosts:\n- \"own.example\"\n- \"a.{domain}\"\n- \"b.{domain}\"\n")
                .doesNotContain("gone.example");
        assertThat(sentOn.get("tenant.yml"))
                .contains("hosts:\n- \"own.example\"\n- \"b.{domain}\"\n")
                .contains("former-hosts:\n- \"a.{domain}\"\n");
        assertThat(hosts(folder).carrying(hosts(FILES), Set.of()).files()).isEqualTo(folder);
    }

    @Test
    void forgetsAHostWhereverItStood() {
        var more = hosts(FILES).preferring("own.example").forwarding("old.example").files();

        assertThat(
                        hosts(more)
                                .without("old.example")
                                .without("own.example")
                                .files()
                                .get("tenant.yml"))
                .isEqualTo(TenantSchema.HINT + "name: \"A\"\nhosts:\n- \"a.{domain}\"\n");
    }
}
