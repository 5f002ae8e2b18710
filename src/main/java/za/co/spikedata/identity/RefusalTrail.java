package za.co.spikedata.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.audit.Audit;

/**
 * Writes down whoever is signed in and asks for what they may not have, or for what is not theirs;
 * the latter cannot be told from what nobody has.
 */
@Component
@Order(RefusalTrail.AROUND_SECURITY)
class RefusalTrail extends OncePerRequestFilter {
    /** Spring Security's chain is at -100. */
    static final int AROUND_SECURITY = -101;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String EVERYTHING_ELSE = "/**";
    private static final int MOST_PARTS = 6;

    private final Audit audit;

    /** Of the addresses that pages answer on; whatever else is no id was typed by somebody. */
    private final Supplier<Set<String>> words;

    RefusalTrail(Audit audit, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.audit = audit;
        words = SingletonSupplier.of(() -> words(mappings));
    }

    private static Set<String> words(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(page -> page.getPatternValues().stream())
                .flatMap(pattern -> Arrays.stream(pattern.split("/")))
                .filter(part -> part.indexOf('{') < 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (isRefusal(request, response)) {
            Account.of(request)
                    .map(Account::person)
                    .ifPresent(person ->
                            audit.record(
                                    person.tenant(),
                                    person.id().toString(),
                                    "access.refused",
                                    subject(request)));
        }
    }

    /** A page nobody serves is a slip of the keyboard; a thing nobody may have is not. */
    private static boolean isRefusal(HttpServletRequest request, HttpServletResponse response) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return response.getStatus() == HttpServletResponse.SC_FORBIDDEN
                || request.getAttribute(WebAttributes.ACCESS_DENIED_403) != null
                || (response.getStatus() == HttpServletResponse.SC_NOT_FOUND
                        && pattern != null
                        && !EVERYTHING_ELSE.equals(pattern));
    }

    private String subject(HttpServletRequest request) {
        return Arrays.stream(request.getRequestURI().split("/"))
                .skip(1)
                .limit(MOST_PARTS)
                .map(part -> isKnown(part) ? part : "*")
                .collect(Collectors.joining("/", request.getMethod() + " /", ""));
    }

    private boolean isKnown(String part) {
        return words.get().contains(part) || ID.matcher(part).matches();
    }
}
