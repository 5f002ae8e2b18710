package za.co.spikedata.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import za.co.spikedata.vault.KeyRefused;

/** Tells whoever starts the portal with another master key which one the database needs. */
class KeyRefusedAnalyzer extends AbstractFailureAnalyzer<KeyRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyRefused cause) {
        return new FailureAnalysis(
                "The portal did not start: its data is sealed under another master key.\n\n  - "
                        + cause.getMessage(),
                "Start with the master key that this database was made with (PORTAL_MASTER_KEY,"
                        + " PORTAL_KMS_KEY, or the file master.key in the data folder). While it is being replaced,"
                        + " name the new one there and the old one in"
                        + " PORTAL_PREVIOUS_MASTER_KEYS.",
                cause);
    }
}
