package za.co.spikedata.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import za.co.spikedata.tenancy.CurrentBrand;

/** Every error as one kind page with a code that support can find in the log. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final String AGAIN_AFTER_SECONDS = "30";
    private static final int SECONDS_PER_MINUTE = 60;

    private final ObjectProvider<ErrorAnswer> forPrograms;

    ErrorPages(ObjectProvider<ErrorAnswer> forPrograms) {
        this.forPrograms = forPrograms;
    }

    @RequestMapping("/error")
    @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        int status = status(request);
        if (response.getStatus() != status) {
            response.setStatus(status);
        }
        var requestId = OriginFilter.requestId(request);
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            log.error("A request ended with status {}", status);
        }
        boolean isApi = CurrentBrand.find().filter(brand -> brand.tenant().isApi()).isPresent();
        var answer = isApi ? forPrograms.getIfAvailable() : null;
        if (answer != null) {
            answer.write(request, response, status);
            return null;
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        }
        model.addAttribute("status", status);
        model.addAttribute("requestId", requestId);
        model.addAttribute("banned", request.getAttribute("banned") != null);
        model.addAttribute("suspended", request.getAttribute(SuspensionFilter.SUSPENDED) != null);
        model.addAttribute("minutes", minutes(response.getHeader(HttpHeaders.RETRY_AFTER)));
        return "error";
    }

    /** What a fault of a filter says of itself counts as much as one of a page's. */
    private static int status(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        var fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (var each = fault; each != null; each = each.getCause()) {
            var said =
                    AnnotatedElementUtils.findMergedAnnotation(
                            each.getClass(), ResponseStatus.class);
            if (said != null) {
                return said.code().value();
            }
        }
        return code;
    }

    /** How long to wait before asking again; empty when nothing says so. */
    private static Optional<Integer> minutes(@Nullable String seconds) {
        return Optional.ofNullable(seconds)
                .map(wait -> Math.ceilDiv(Integer.parseInt(wait), SECONDS_PER_MINUTE));
    }
}
