package za.co.spikedata.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Tenant;

/**
 * The languages a page can be had in.
 *
 * @param here the address of the page, to come back to
 */
public record LanguagesView(List<Choice> choices, String here) {
    /** One of them, named in itself. */
    public record Choice(String language, String tag, boolean isChosen) {
        public String key() {
            return "language." + language;
        }
    }

    public LanguagesView {
        choices = List.copyOf(choices);
    }

    static LanguagesView of(HttpServletRequest request, Tenant tenant, Locale chosen) {
        return new LanguagesView(
                tenant.languages().stream()
                        .map(language ->
                                new Choice(
                                        language,
                                        tenant.speaking(language).orElseThrow().toLanguageTag(),
                                        language.equals(chosen.getLanguage())))
                        .toList(),
                here(request));
    }

    public boolean areSeveral() {
        return choices.size() > 1;
    }

    /** Some text above could be told in English only. */
    public boolean isPartlyEnglish() {
        return CurrentBrand.isPartlyEnglish();
    }

    /** What went wrong is not asked for again, and a page of it tells nothing of what was asked. */
    private static String here(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return "/";
        }
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
