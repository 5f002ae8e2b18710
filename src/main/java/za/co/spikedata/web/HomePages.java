package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.identity.Acting;
import za.co.spikedata.identity.Person;

/** Sends people from the bare address to what they came for. */
@Controller
class HomePages {
    @GetMapping("/")
    String home(Person person, HttpServletRequest request) {
        if (Acting.of(request).isPresent()) {
            return "redirect:/settings";
        }
        return switch (person.role()) {
            case OPERATOR -> "redirect:/tenants";
            case SUPPORT -> "redirect:/failures";
            case ADMINISTRATOR, MEMBER, VIEWER -> "redirect:/statements";
        };
    }
}
