package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import za.co.spikedata.identity.Viewer;
import za.co.spikedata.tenancy.AskedLanguage;
import za.co.spikedata.tenancy.CurrentBrand;

/**
 * The language of a page: what the person chose for themselves, else what their browser asks for.
 */
@Component("localeResolver")
class LanguageResolver implements LocaleResolver {
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return CurrentBrand.find()
                .map(brand -> brand.tenant())
                .map(tenant ->
                        Viewer.of(request)
                                .filter(Viewer::isInside)
                                .flatMap(Viewer::language)
                                .flatMap(tenant::speaking)
                                .orElseGet(() -> AskedLanguage.of(request, tenant)))
                .orElse(Locale.ENGLISH);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("Languages are chosen by their own forms");
    }
}
