package za.co.spikedata.identity;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How whoever looks at a page proves once more who they are; found out where a form asks. */
public final class ProofView {
    private final BooleanSupplier password;
    private final BooleanSupplier elsewhere;
    private final Supplier<List<SignInChoices.Choice>> choices;

    ProofView(
            BooleanSupplier password,
            BooleanSupplier elsewhere,
            Supplier<List<SignInChoices.Choice>> choices) {
        this.password = password;
        this.elsewhere = elsewhere;
        this.choices = choices;
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
