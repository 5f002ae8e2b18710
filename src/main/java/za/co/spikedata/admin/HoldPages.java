package za.co.spikedata.admin;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Tenant;

/** Legal holds: operators see everybody's, administrators those of their own people. */
@Controller
class HoldPages {
    private static final List<String> NOTICES = List.of("PLACED", "LIFTED");

    private final HoldViews views;

    HoldPages(HoldViews views) {
        this.views = views;
    }

    @GetMapping("/holds")
    String holds(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return views.shown(person, tenant, Map.of(), model);
    }
}
