package za.co.spikedata.statements.view;

import org.jspecify.annotations.Nullable;

/**
 * The page {@code /statements/{id}} and its fragment.
 *
 * @param row state, sentence, progress
 * @param isWrongPassword the last password did not open it
 * @param hasOthersLocked other files of this upload wait for a password too: offer "same for the
 *     rest"
 * @param result when done, else null
 * @param code what support asks for
 * @param blame {@code blame.USER|CLIENT|SPIKE|SITE} of a refusal, else null
 * @param isHeld a legal hold keeps it
 * @param problem how to tell that a result is wrong though it holds, else null
 */
public record DocumentView(
        DocumentRow row,
        boolean isWrongPassword,
        boolean hasOthersLocked,
        @Nullable ResultView result,
        String code,
        @Nullable String blame,
        boolean isHeld,
        @Nullable ProblemView problem) {
    public String id() {
        return row.id();
    }

    /** One that is kept nowhere has no id, and nothing can be done with it. */
    public boolean isExample() {
        return row.id().isEmpty();
    }

    public boolean isRunning() {
        return row.isRunning();
    }
}
