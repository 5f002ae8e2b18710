package za.co.spikedata.operations;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.admin.ConsoleOnly;
import za.co.spikedata.admin.Differences;
import za.co.spikedata.admin.Pages;
import za.co.spikedata.tenancy.Application;
import za.co.spikedata.tenancy.Applications;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;

/** Which versions run: of the portal here, and of tenants' documents over time. */
@Controller
@ConsoleOnly
class VersionPages {
    private final Applications applications;
    private final TenantVersions versions;
    private final Names names;
    private final Running running;

    VersionPages(Applications applications, TenantVersions versions, Names names, Running running) {
        this.applications = applications;
        this.versions = versions;
        this.names = names;
        this.running = running;
    }

    /** That a version was applied, whoever of its people or of the operators did it. */
    record Row(long id, String tenant, int number, int before, String at, boolean isOfFolder) {}

    @GetMapping("/operations/versions")
    String versions(
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var asked = names.parse(tenant);
        var pages = Pages.of(page, applications.count(asked));
        var list = applications.newest(asked, pages.from(), Pages.LINES);
        model.addAttribute("running", running.versions());
        model.addAttribute("tenantId", asked.map(TenantId::value).orElse(""));
        model.addAttribute("pages", pages);
        model.addAttribute(
                "path",
                "/operations/versions?tenant=%s&page="
                        .formatted(asked.map(TenantId::value).orElse("")));
        model.addAttribute("rows", list.stream().map(this::row).toList());
        return "operations/versions";
    }

    @GetMapping("/operations/versions/{id}")
    String version(@PathVariable String id, Model model) {
        var application =
                Optional.of(id)
                        .filter(text -> text.matches("\\d{1,18}"))
                        .flatMap(text -> applications.find(Long.parseLong(text)))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", row(application));
        model.addAttribute(
                "diffs",
                Differences.of(
                        files(application.tenant(), application.before()),
                        files(application.tenant(), application.number())));
        return "operations/version";
    }

    private Map<String, String> files(TenantId tenant, int number) {
        return versions.find(tenant, number).map(TenantVersion::files).orElse(Map.of());
    }

    private Row row(Application applied) {
        return new Row(
                applied.id(),
                names.of(applied.tenant()),
                applied.number(),
                applied.before(),
                Dates.minute(applied.at()),
                applied.isOfFolder());
    }
}
