package za.co.spikedata.web;

import java.util.Optional;

/** Certificates that hosts brought themselves, which go before those of the settings. */
public interface OwnCertificates {
    Optional<OwnCertificate> find(String host);

    /** What tells a host's certificate from its next one; opens no key. */
    Optional<String> fingerprint(String host);

    /** Runs it on whichever thread brought a certificate. */
    void onChange(Runnable listener);
}
