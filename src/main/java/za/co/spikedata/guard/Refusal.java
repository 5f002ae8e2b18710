package za.co.spikedata.guard;

import java.time.Duration;

/** Why a request is not answered now. */
sealed interface Refusal {
    /** Too much at once. */
    record Limited(Allowance allowance, Duration pause) implements Refusal {}

    /** Its network is banned. */
    record Banned(Ban.Reason reason, Duration pause) implements Refusal {}
}
