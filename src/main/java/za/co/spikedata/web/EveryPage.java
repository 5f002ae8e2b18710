package za.co.spikedata.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.CurrentBrand;

/** Gives every page its brand, its viewer and what its scripts hash to. */
@ControllerAdvice
class EveryPage {
    private final ScriptHashes scripts;

    EveryPage(ScriptHashes scripts) {
        this.scripts = scripts;
    }

    @ModelAttribute("scripts")
    ScriptHashes scripts() {
        return scripts;
    }

    @ModelAttribute("brand")
    @Nullable BrandView brand() {
        return CurrentBrand.find().map(BrandView::new).orElse(null);
    }

    @ModelAttribute("viewer")
    @Nullable ViewerView viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? new ViewerView(person.email(), person.isOperator(), person.role().isInCharge())
                : null;
    }
}
