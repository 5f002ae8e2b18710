package za.co.spikedata.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page that shows a version which one it is, so that nobody takes it for served. */
@ControllerAdvice
class LookingAdvice {
    @ModelAttribute("looking")
    @Nullable Integer looking(HttpServletRequest request) {
        return LookAhead.isEntered(request) ? LookAhead.number(request).orElse(null) : null;
    }
}
