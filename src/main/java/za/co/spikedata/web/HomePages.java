package za.co.spikedata.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.tenancy.Tenant;

/** Sends people from the bare address to what they came for. */
@Controller
class HomePages {
    @GetMapping("/")
    String home(Tenant tenant) {
        return tenant.isConsole() ? "redirect:/tenants" : "redirect:/statements";
    }
}
