package za.co.spikedata.guard;

import java.util.List;

/**
 * What an installation decides about its guard.
 *
 * @param key hides account names and signs the tokens of known devices
 * @param trusted networks that are neither slowed nor banned, such as those of monitors
 */
public record GuardSettings(byte[] key, List<Network> trusted) {
    public GuardSettings {
        key = key.clone();
        trusted = List.copyOf(trusted);
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    boolean isTrusted(Network network) {
        return trusted.stream().anyMatch(each -> each.contains(network));
    }

    @Override
    public String toString() {
        return "GuardSettings[*]";
    }
}
