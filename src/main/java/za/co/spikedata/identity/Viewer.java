package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whoever looks at a page.
 *
 * @param isInside every factor was given
 */
public record Viewer(Account account, boolean isInside) {
    /** The language they chose for themselves. */
    public Optional<String> language() {
        return account.language();
    }

    public Person person() {
        return account.person();
    }

    public static Optional<Viewer> of(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? Optional.empty()
                : Account.of(request)
                        .map(account ->
                                new Viewer(account, Gates.isInside(account, authentication)));
    }
}
