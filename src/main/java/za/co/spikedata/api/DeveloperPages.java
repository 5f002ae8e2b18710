package za.co.spikedata.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Offered;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** Tells whoever writes programs what there is to ask for, as the served description says it. */
@Controller
@Offered(Feature.API)
class DeveloperPages {
    private final Tenants tenants;
    private final Origins origins;
    private final Described described;

    DeveloperPages(Tenants tenants, Origins origins, ApiDescription description) {
        this.tenants = tenants;
        this.origins = origins;
        this.described = Described.of(description.json());
    }

    /** A program as the page shows it. */
    record ExampleView(String id, String language, String file, String text) {}

    /** A problem as the page shows it. */
    record ProblemLine(int status, String type, String detail) {}

    /** A code of the older forms as the page shows it. */
    record CodeView(String code, int status, String credits, String blame, String message) {}

    @GetMapping("/developers")
    String show(Model model) {
        var address = address();
        model.addAttribute("api", address);
        model.addAttribute("described", described);
        model.addAttribute(
                "examples",
                Arrays.stream(Example.values())
                        .map(each ->
                                new ExampleView(
                                        each.name().toLowerCase(Locale.ROOT),
                                        each.language(),
                                        each.file(),
                                        each.text(address)))
                        .toList());
        model.addAttribute("problems", problems());
        model.addAttribute("codes", codes());
        return "api/developers";
    }

    private String address() {
        return tenants.all().stream()
                .map(Brand::tenant)
                .filter(Tenant::isApi)
                .findFirst()
                .map(api -> origins.url(api, ""))
                .orElse("");
    }

    private static List<ProblemLine> problems() {
        return Arrays.stream(Problem.values())
                .map(each -> new ProblemLine(each.status().value(), each.type(), each.detail()))
                .toList();
    }

    private static List<CodeView> codes() {
        return Arrays.stream(Code.values())
                .map(each ->
                        new CodeView(
                                each.wire(),
                                Exchange.status(each).value(),
                                Usage.credits(each.tenths()),
                                each.blame().name(),
                                each.message()))
                .toList();
    }
}
