package za.co.spikedata.identity;

import java.util.Optional;

/**
 * What a password is checked against.
 *
 * @param hash absent until someone who was invited has set a password
 */
record Credentials(Person person, Account.State state, Optional<String> hash) {
    @Override
    public String toString() {
        return "Credentials[*]";
    }
}
