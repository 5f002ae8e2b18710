package za.co.spikedata.identity;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import za.co.spikedata.tenancy.CurrentBrand;

/** Who is let through, by the factors they gave and by what their account asks for now. */
final class Gates {
    private Gates() {}

    /**
     * Behind every rule that asks for someone: their account is alive, and the second factor was
     * given by whoever has or must have one.
     */
    static AuthorizationManager<RequestAuthorizationContext> everyFactor() {
        return Gates::everyFactor;
    }

    /** The second factor's own pages: the first is given, the rest is what they ask for. */
    static AuthorizationManager<RequestAuthorizationContext> firstOnly() {
        return (who, context) ->
                new AuthorizationDecision(
                        Account.of(context.getRequest()).isPresent()
                                && isPerson(who.get())
                                && Factors.hasFirst(who.get()));
    }

    /** Getting a factor: by the first alone only for those who have none that could be asked. */
    static AuthorizationManager<RequestAuthorizationContext> enrolment() {
        return (who, context) ->
                Account.of(context.getRequest()).filter(Account::hasSecondFactor).isPresent()
                        ? everyFactor(who, context)
                        : firstOnly().authorize(who, context);
    }

    private static AuthorizationResult everyFactor(
            Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        var authentication = who.get();
        if (!isPerson(authentication)) {
            return new AuthorizationDecision(true); // the rule itself refuses strangers
        }
        var account = Account.of(context.getRequest());
        if (account.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        return isInside(account.get(), authentication)
                ? new AuthorizationDecision(true)
                : new FactorAuthorizationDecision(
                        List.of(
                                RequiredFactorError.createMissing(
                                        RequiredFactor.withAuthority(Factors.AUTHENTICATOR)
                                                .build())));
    }

    static boolean isInside(Account account, Authentication authentication) {
        var tenant = CurrentBrand.find().orElseThrow().tenant();
        return Factors.hasFirst(authentication)
                && (!account.needsSecondFactor(tenant)
                        || Factors.hasSecond(authentication)
                        || isSecondElsewhere(account, authentication));
    }

    /** Whoever has a second factor here gives it here, whatever a provider asked for. */
    private static boolean isSecondElsewhere(Account account, Authentication authentication) {
        return !account.hasSecondFactor() && Factors.hasSecondOfIssuer(authentication);
    }

    private static boolean isPerson(Authentication authentication) {
        return authentication.getPrincipal() instanceof Person;
    }
}
