package za.co.spikedata.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints all mistakes of the settings as one list. */
class InvalidSettingsAnalyzer extends AbstractFailureAnalyzer<InvalidSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSettings cause) {
        return new FailureAnalysis(
                "The portal did not start: these settings are wrong or missing.\n\n  - "
                        + String.join("\n  - ", cause.mistakes()),
                "Mend them all and start again; README.md says what each one means.",
                cause);
    }
}
