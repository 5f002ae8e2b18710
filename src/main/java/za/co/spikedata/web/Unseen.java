package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers what somebody's role may not have as what is not there, so that nobody learns which pages
 * others have. A forged form is told apart: it is about the form and not about the page.
 */
final class Unseen implements AccessDeniedHandler {
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (refused instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
