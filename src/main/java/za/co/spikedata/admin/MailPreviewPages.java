package za.co.spikedata.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Person;
import za.co.spikedata.mail.MailPreviews;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;

/** Mails as a version would send them, before it is applied; nobody is sent any. */
@Controller
class MailPreviewPages {
    private static final String DARK = "dark";

    private final TenantVersions versions;
    private final SettingsChanging changing;
    private final MailPreviews mails;

    MailPreviewPages(TenantVersions versions, SettingsChanging changing, MailPreviews mails) {
        this.versions = versions;
        this.changing = changing;
        this.mails = mails;
    }

    /** What is looked at: a kind of mail, in a language the version speaks. */
    record Asked(MailPreviews.Kind kind, String language) {}

    @GetMapping("/settings/versions/{number}/mails")
    String mails(
            Person person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String language,
            Model model) {
        var version = find(person, number);
        try {
            var brand = versions.look(person.tenant(), version.files());
            var asked = asked(brand, kind, language);
            model.addAttribute("number", version.number());
            model.addAttribute("asked", asked);
            model.addAttribute("mail", preview(brand, asked));
            model.addAttribute("kinds", MailPreviews.Kind.values());
            model.addAttribute("spoken", brand.tenant().languages());
            model.addAttribute("schemes", List.of("light", DARK));
            return "admin/mails";
        } catch (InvalidLayers outdated) {
            return "redirect:/settings/versions/%d?invalid".formatted(version.number());
        }
    }

    /** The mail itself, as a document of its own for the page's frames. */
    @GetMapping(
            path = "/settings/versions/{number}/mail.html",
            produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String mail(
            Person person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String scheme,
            HttpServletResponse response) {
        var version = find(person, number);
        try {
            var brand = versions.look(person.tenant(), version.files());
            var seen = scheme.equals(DARK) ? brand.inDark() : brand.inLight();
            response.setHeader("Content-Security-Policy", MailPreviews.FRAME_POLICY);
            return preview(seen, asked(seen, kind, language)).html();
        } catch (InvalidLayers outdated) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "outdated", outdated);
        }
    }

    private MailPreviews.Preview preview(Brand brand, Asked asked) {
        var tenant = brand.tenant();
        return mails.of(
                brand, asked.kind(), tenant.speaking(asked.language()).orElse(tenant.locale()));
    }

    /** What is not known is the first kind, and the version's own language. */
    private static Asked asked(Brand brand, String kind, String language) {
        var tenant = brand.tenant();
        return new Asked(
                Arrays.stream(MailPreviews.Kind.values())
                        .filter(each -> each.key().equals(kind))
                        .findFirst()
                        .orElse(MailPreviews.Kind.INVITATION),
                tenant.languages().contains(language) ? language : tenant.locale().getLanguage());
    }

    private TenantVersion find(Person person, String number) {
        return changing.begun(person, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
