package za.co.spikedata.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Acting;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.RolePolicy;
import za.co.spikedata.tenancy.TenantEdit;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

/** A tenant's own administrators change its brand and rules: draft, look, apply, go back. */
@Controller
class SettingsPages {
    private static final int MOST_VERSIONS = 50;

    /** Whoever acts for a tenant changes nothing that would open documents or end them early. */
    private static final String ACTING = "acting";

    private static final List<String> NOTICES =
            List.of(
                    "applied",
                    ACTING,
                    "logo-not_a_picture",
                    "logo-too_large",
                    "logo-too_intricate",
                    "logo-empty",
                    "logo-invalid");
    private static final List<String> SCHEMES = List.of("light", "dark");
    private static final List<String> FACTORS = List.of("optional", "administrators", "everyone");

    private static final List<String> FINDINGS = List.of("everyone", "administrators", "nobody");
    private static final List<String> ROLES =
            Arrays.stream(RolePolicy.Role.values()).map(RolePolicy.Role::word).toList();
    private static final List<String> FEATURES =
            Arrays.stream(Feature.values()).map(Feature::word).toList();

    private final TenantVersions versions;
    private final SettingsChanging changing;
    private final VersionViews views;
    private final Tenants tenants;

    SettingsPages(
            TenantVersions versions,
            SettingsChanging changing,
            VersionViews views,
            Tenants tenants) {
        this.versions = versions;
        this.changing = changing;
        this.views = views;
        this.tenants = tenants;
    }

    @GetMapping("/settings")
    String settings(
            Person person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        model.addAttribute("edit", TenantEdit.of(changing.files(person, from)));
        model.addAttribute("mistakes", List.of());
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        model.addAttribute("seen", versions.served(person.tenant()));
        return shown(person, from, model);
    }

    /** Keeps what was typed as the next version; a mistake keeps it on the page. */
    @PostMapping("/settings")
    String keep(
            Person person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String seen,
            @ModelAttribute("edit") TenantEdit edit,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("seen", seen);
        var files = changing.files(person, from);
        var edited = changing.edited(person, from, seen, edit);
        if (Acting.of(request).isPresent()
                && !TenantEdit.of(edited).hasRulesOf(TenantEdit.of(files))) {
            model.addAttribute("mistakes", List.of());
            model.addAttribute("notice", ACTING);
            return shown(person, from, model);
        }
        try {
            var version = changing.keep(person, edited);
            return "redirect:/settings/versions/" + version.number();
        } catch (InvalidLayers invalid) {
            model.addAttribute("mistakes", views.mistakes(person.tenant(), invalid));
            model.addAttribute("notice", "");
            return shown(person, from, model);
        }
    }

    @GetMapping("/settings/versions/{number}")
    String version(Person person, @PathVariable String number, Model model) {
        model.addAttribute("version", views.of(person.tenant(), find(person, number)));
        return "admin/version";
    }

    @PostMapping("/settings/versions/{number}/apply")
    String apply(
            Person person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request) {
        var version = find(person, number);
        if (changing.isOutdated(person, seen)) {
            return "redirect:/settings/versions/%d?meanwhile".formatted(version.number());
        }
        if (Acting.of(request).isPresent() && !changing.keepsRules(person, version)) {
            return "redirect:/settings?notice=" + ACTING;
        }
        LookAhead.stop(request);
        try {
            changing.apply(person, version);
            return "redirect:/settings?notice=applied";
        } catch (InvalidLayers outdated) {
            return "redirect:/settings/versions/%d?invalid".formatted(version.number());
        }
    }

    /** From here on this session sees the portal as it would be, and nobody else does. */
    @PostMapping("/settings/versions/{number}/look")
    String look(
            Person person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String scheme,
            HttpServletRequest request) {
        var version = find(person, number);
        LookAhead.start(request, version.number(), SCHEMES.contains(scheme) ? scheme : "");
        return "redirect:/settings/versions/" + version.number();
    }

    @PostMapping("/settings/look/end")
    String stop(HttpServletRequest request) {
        LookAhead.stop(request);
        return "redirect:/settings";
    }

    /** The same files that a folder under {@code tenants/} holds. */
    @GetMapping("/settings/versions/{number}/files.zip")
    ResponseEntity<byte[]> export(Person person, @PathVariable String number) {
        var version = find(person, number);
        var name = "%s-%d.zip".formatted(person.tenant(), version.number());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(TenantArchive.zip(person.tenant(), version.files(), tenants.schema()));
    }

    private String shown(Person person, String from, Model model) {
        model.addAttribute("from", changing.begun(person, from).isPresent() ? from : "");
        model.addAttribute("versions", views.list(person.tenant(), MOST_VERSIONS));
        var files = changing.files(person, from);
        model.addAttribute("logo", files.containsKey("logo.svg") || files.containsKey("logo.png"));
        model.addAttribute("factors", FACTORS);
        model.addAttribute("features", FEATURES);
        model.addAttribute("roles", ROLES);
        model.addAttribute("findings", FINDINGS);
        return "admin/settings";
    }

    private TenantVersion find(Person person, String number) {
        return changing.begun(person, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
