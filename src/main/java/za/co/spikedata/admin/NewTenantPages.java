package za.co.spikedata.admin;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import za.co.spikedata.identity.EmailAddress;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.FormText;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantTemplate;
import za.co.spikedata.tenancy.Tenants;

/** Where operators create a tenant. */
@Controller
@ConsoleOnly
class NewTenantPages {
    private final TenantMaking making;
    private final Tenants tenants;

    NewTenantPages(TenantMaking making, Tenants tenants) {
        this.making = making;
        this.tenants = tenants;
    }

    /** What was typed, kept where it is refused. */
    record NewTenant(
            String id,
            String name,
            String theme,
            String primary,
            String supportEmail,
            String administrator) {
        NewTenant {
            id = FormText.of(id);
            name = FormText.of(name);
            theme = FormText.of(theme);
            primary = FormText.of(primary);
            supportEmail = FormText.of(supportEmail);
            administrator = FormText.of(administrator);
        }

        /** With what is left empty made of the rest. */
        NewTenant filled() {
            return new NewTenant(
                    id.isEmpty() ? TenantId.suggested(name) : id,
                    name,
                    theme,
                    primary,
                    supportEmail,
                    administrator);
        }
    }

    @GetMapping("/tenants/new")
    String form(Model model) {
        return shown(new NewTenant("", "", "base", "", "", ""), "", List.of(), model);
    }

    @PostMapping("/tenants")
    String create(Person person, @ModelAttribute("typed") NewTenant form, Model model) {
        var typed = form.filled();
        if (!TenantId.isValid(typed.id())) {
            return shown(typed, "no-id", List.of(), model);
        }
        var administrator = EmailAddress.of(typed.administrator());
        if (administrator.isEmpty()) {
            return shown(typed, "no-administrator", List.of(), model);
        }
        var template =
                new TenantTemplate(
                        new TenantId(typed.id()),
                        typed.name(),
                        List.of(typed.id() + ".{domain}"),
                        typed.theme(),
                        typed.primary(),
                        typed.supportEmail().isEmpty()
                                ? administrator.get()
                                : typed.supportEmail());
        return switch (making.make(person, template, administrator.get())) {
            case TenantMaking.Outcome.Created _ -> "redirect:/tenants?notice=CREATED";
            case TenantMaking.Outcome.Taken _ -> shown(typed, "taken", List.of(), model);
            case TenantMaking.Outcome.Unled _ -> "redirect:/tenants?notice=UNLED";
            case TenantMaking.Outcome.Invalid(var mistakes) -> shown(typed, "", mistakes, model);
        };
    }

    private String shown(NewTenant typed, String problem, List<String> mistakes, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("themes", tenants.themes());
        model.addAttribute("domain", tenants.domain());
        return "admin/new-tenant";
    }
}
