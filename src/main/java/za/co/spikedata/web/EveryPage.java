package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import za.co.spikedata.identity.Acting;
import za.co.spikedata.identity.Viewer;
import za.co.spikedata.tenancy.CurrentBrand;

/** Gives every page its brand, its viewer, what was typed and what its scripts hash to. */
@ControllerAdvice
class EveryPage {
    private final ScriptHashes scripts;
    private final Clock clock;

    EveryPage(ScriptHashes scripts, Clock clock) {
        this.scripts = scripts;
        this.clock = clock;
    }

    /** The part of the portal the page belongs to, as the navigation names it. */
    @ModelAttribute("place")
    String place(HttpServletRequest request) {
        var path = request.getRequestURI();
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    @ModelAttribute("sent")
    Sent sent(HttpServletRequest request) {
        return new Sent(request);
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

    /** An operator who acts for the tenant sees on each page that they do, and how long yet. */
    @ModelAttribute("acting")
    @Nullable ActingView acting(HttpServletRequest request) {
        return Acting.of(request)
                .map(acting ->
                        new ActingView(
                                Math.ceilDiv(
                                        Duration.between(clock.instant(), acting.until())
                                                .toSeconds(),
                                        60)))
                .orElse(null);
    }

    /** How many minutes it goes on. */
    record ActingView(long minutes) {}

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
