package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** People end their own sessions. */
@Controller
@RequestMapping("/profile/sessions")
class SessionPages {
    private final Sessions sessions;

    SessionPages(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/{handle}/end")
    String endSession(Person person, @PathVariable String handle) {
        sessions.end(person, handle);
        return "redirect:/profile?notice=ended";
    }

    @PostMapping("/end-others")
    String endOthers(Person person, HttpServletRequest request) {
        sessions.endOthers(person, request.getSession().getId());
        return "redirect:/profile?notice=ended";
    }
}
