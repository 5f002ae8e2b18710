package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import za.co.spikedata.identity.Viewer;
import za.co.spikedata.tenancy.CurrentBrand;

/** Gives every page its brand, its viewer and what its scripts hash to. */
@ControllerAdvice
class EveryPage {
    private final ScriptHashes scripts;

    EveryPage(ScriptHashes scripts) {
        this.scripts = scripts;
    }

    /** The part of the portal the page belongs to, as the navigation names it. */
    @ModelAttribute("place")
    String place(HttpServletRequest request) {
        var path = request.getRequestURI();
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    @ModelAttribute("scripts")
    ScriptHashes scripts() {
        return scripts;
    }

    @ModelAttribute("brand")
    @Nullable BrandView brand(Locale locale) {
        return CurrentBrand.find().map(brand -> new BrandView(brand, locale)).orElse(null);
    }

    @ModelAttribute("languages")
    @Nullable LanguagesView languages(HttpServletRequest request, Locale locale) {
        return CurrentBrand.find()
                .map(brand -> LanguagesView.of(request, brand.tenant(), locale))
                .orElse(null);
    }

    @ModelAttribute("viewer")
    @Nullable ViewerView viewer(HttpServletRequest request) {
        return Viewer.of(request)
                .map(viewer ->
                        new ViewerView(
                                viewer.person().email(),
                                viewer.isInside(),
                                viewer.person().isOperator(),
                                viewer.person().role().isOfConsole(),
                                !viewer.person().role().isOfConsole(),
                                viewer.person().role().isInCharge()))
                .orElse(null);
    }
}
