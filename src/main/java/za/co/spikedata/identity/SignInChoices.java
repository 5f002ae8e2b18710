package za.co.spikedata.identity;

import java.util.List;
import za.co.spikedata.tenancy.TenantId;

/** Other ways to sign in than by a password, as the page of a tenant offers them. */
public interface SignInChoices {
    /**
     * One of them.
     *
     * @param path where it begins
     */
    record Choice(String name, String path) {}

    List<Choice> of(TenantId tenant);
}
