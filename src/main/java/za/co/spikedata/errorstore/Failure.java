package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.vault.VaultId;

/**
 * How a document failed.
 *
 * @param document its id, and that of its entry
 * @param person whose it is
 * @param original key of its PDF
 * @param how in what way
 * @param opened whether it took a password, which nobody keeps
 * @param since when it came in
 */
public record Failure(
        UUID document, UUID person, VaultId original, How how, boolean opened, Instant since) {
    /** What a paper that contradicts itself is filed under, beside the reasons of refusals. */
    static final String CONTRADICTED = "CONTRADICTED";

    /** What a paper that was read without fault is filed under; its verdict follows. */
    static final String REPORTED = "REPORTED_";

    /**
     * A way to fail, free of what the paper says.
     *
     * @param reason a {@link Reason} by name, {@link #CONTRADICTED}, or that it was reported
     * @param rule the equation that does not hold
     * @param row id of the transaction it breaks at; 0 when it is no single row's
     * @param page counted from 1; 0 when it is no single page's
     */
    public record How(String reason, Optional<Check.Rule> rule, int row, int page, Trace trace) {
        /** Whether another reading fails in the same way at the same place. */
        boolean isLike(How other) {
            return reason.equals(other.reason)
                    && rule.equals(other.rule)
                    && row == other.row
                    && page == other.page;
        }

        /** Whether nothing failed, and its owner says that something is wrong. */
        public boolean isReport() {
            return Failure.isReport(reason);
        }

        /** The verdict that was reported, in lower case. */
        String reported() {
            return reason.substring(REPORTED.length()).toLowerCase(Locale.ROOT);
        }
    }

    /** Empty for a success, and for what a password mends. */
    public static Optional<How> of(ReadResult result) {
        return switch (result) {
            case ReadResult.Unreadable(var reason, var trace) ->
                    isLocked(result)
                            ? Optional.empty()
                            : Optional.of(new How(reason.name(), Optional.empty(), 0, 0, trace));
            case ReadResult.Read read ->
                    read.verdict() == Verdict.CONTRADICTED
                            ? Optional.of(contradicted(read))
                            : Optional.empty();
        };
    }

    static boolean isReport(String reason) {
        return reason.startsWith(REPORTED);
    }

    static boolean isLocked(ReadResult result) {
        return switch (result) {
            case ReadResult.Read _ -> false;
            case ReadResult.Unreadable(var reason, _) ->
                    reason == Reason.PASSWORD_REQUIRED || reason == Reason.PASSWORD_INCORRECT;
        };
    }

    /** What was read without fault, as something to look into. */
    public static How reported(ReadResult.Read read) {
        return new How(REPORTED + read.verdict().name(), Optional.empty(), 0, 0, read.trace());
    }

    /** The first row that breaks tells most; what is no row's comes after all rows. */
    private static How contradicted(ReadResult.Read read) {
        return read.statements().stream()
                .filter(statement -> statement.proof().verdict() == Verdict.CONTRADICTED)
                .flatMap(statement -> statement.proof().broken().stream())
                .min(
                        Comparator.comparing((Check.Broken broken) -> broken.transaction() == 0)
                                .thenComparing(Failure::page)
                                .thenComparing(Check.Broken::transaction))
                .map(broken ->
                        new How(
                                CONTRADICTED,
                                Optional.of(broken.rule()),
                                broken.transaction(),
                                page(broken),
                                read.trace()))
                .orElseGet(() -> new How(CONTRADICTED, Optional.empty(), 0, 0, read.trace()));
    }

    private static int page(Check.Broken broken) {
        return broken.place().map(Place::page).orElse(0);
    }
}
