package za.co.spikedata.identity;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How whoever looks at a page proves once more who they are; found out where a form asks. */
public final class ProofView {
    static final String ANSWER = "again";

    private static final String GIVEN = "given";
    private static final String LATE = "late";

    private final BooleanSupplier password;
    private final BooleanSupplier elsewhere;
    private final Supplier<List<SignInChoices.Choice>> choices;
    private final String answer;

    /**
     * @param answer what came of signing in again, when they come from there
     */
    ProofView(
            BooleanSupplier password,
            BooleanSupplier elsewhere,
            Supplier<List<SignInChoices.Choice>> choices,
            String answer) {
        this.password = password;
        this.elsewhere = elsewhere;
        this.choices = choices;
        this.answer = answer;
    }

    /** The address of a page that tells what came of signing in again. */
    public static String answered(String page, boolean isGiven) {
        return page + (page.contains("?") ? "&" : "?") + ANSWER + "=" + (isGiven ? GIVEN : LATE);
    }

    /** Whether they come back from their provider and may go on. */
    public boolean isAnswered() {
        return answer.equals(GIVEN) && isGiven();
    }

    /** Whether they come back from a provider that did not say when they signed in. */
    public boolean isLate() {
        return answer.equals(LATE) && !isGiven();
    }

    public boolean isByPassword() {
        return password.getAsBoolean();
    }

    /** Whether a provider had them sign in anew, so that nothing is asked for. */
    public boolean isGiven() {
        return elsewhere.getAsBoolean();
    }

    /** Where they can. */
    public List<SignInChoices.Choice> choices() {
        return choices.get();
    }
}
