package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * What somebody typed into the form that a page answers, so that it stays where it is refused. A
 * page that a link leads to has nothing of it: whoever writes a link must not fill in a form that
 * somebody else then sends.
 */
public record Sent(HttpServletRequest request) {
    public @Nullable String of(String field) {
        return HttpMethod.POST.matches(request.getMethod()) ? request.getParameter(field) : null;
    }
}
