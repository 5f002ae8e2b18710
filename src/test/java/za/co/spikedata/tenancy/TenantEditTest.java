package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two who type into the same page, the one after the other was heard. */
class TenantEditTest {
    private static final TenantEdit NOTHING = edit("");
    private static final TenantEdit BOTH = factors("administrator, member");

    @Test
    void keepsWhatAnotherTickedInTheSameList() {
        assertThat(factors("member").since(NOTHING, factors("administrator"))).isEqualTo(BOTH);
        assertThat(factors("member").since(NOTHING, factors("member")))
                .isEqualTo(factors("member"));
    }

    @Test
    void keepsUntickedWhatAnotherUnticked() {
        assertThat(factors("member").since(BOTH, factors("administrator"))).isEqualTo(NOTHING);
        assertThat(factors("administrator, member, viewer").since(BOTH, factors("member")))
                .isEqualTo(factors("member, viewer"));
    }

    @Test
    void hearsBothInEveryList() {
        var one = edit("{roles: {offered: [administrator, member]}, features: {api: false}}");
        var other =
                edit("{roles: {offered: [administrator, viewer]}, features: {webhooks: false}}");

        var heard = other.since(NOTHING, one);

        assertThat(heard.notInvited()).containsExactly("member", "viewer");
        assertThat(heard.without()).containsExactly("api", "webhooks");
    }

    private static TenantEdit factors(String roles) {
        return edit("roles: {second-factor: [%s]}\n".formatted(roles));
    }

    private static TenantEdit edit(String document) {
        return TenantEdit.of(Map.of(DocumentText.FILE, document));
    }
}
