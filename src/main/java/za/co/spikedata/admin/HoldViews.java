package za.co.spikedata.admin;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.retention.Hold;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** The page of legal holds, with what is wrong with what was typed into it. */
@Component
class HoldViews {
    private final Holds holds;
    private final Tenants tenants;
    private final PersonNames names;

    HoldViews(Holds holds, Tenants tenants, PersonNames names) {
        this.holds = holds;
        this.tenants = tenants;
        this.names = names;
    }

    /**
     * A hold as the list shows it.
     *
     * @param owner whose things are held: an address, or the id of somebody who left; empty:
     *     everybody's
     * @param by whose decision it was; empty for those who are not to know
     */
    record HoldView(
            UUID id,
            String tenant,
            String name,
            String owner,
            String reason,
            String by,
            String at) {}

    /**
     * @param refused texts by the field that they are about
     */
    String shown(Person person, Tenant tenant, Map<String, String> refused, Model model) {
        boolean isConsole = tenant.isConsole();
        var seen = isConsole ? Portals.all(tenants) : List.of(tenant);
        model.addAttribute("isConsole", isConsole);
        model.addAttribute("portals", seen);
        model.addAttribute(
                "holds", seen.stream().flatMap(each -> of(each, person).stream()).toList());
        model.addAttribute("refused", refused);
        return "admin/holds";
    }

    private List<HoldView> of(Tenant tenant, Person reader) {
        var all = holds.of(tenant.id());
        var owners =
                names.emails(
                        tenant.id(),
                        all.stream()
                                .flatMap(hold -> hold.owner().stream())
                                .map(UUID::toString)
                                .collect(Collectors.toSet()));
        Map<String, String> operators =
                reader.isOperator()
                        ? names.emails(reader.tenant(), all.stream().map(Hold::by).toList())
                        : Map.of();
        return all.stream()
                .map(hold ->
                        new HoldView(
                                hold.id(),
                                tenant.id().value(),
                                tenant.name(),
                                hold.owner()
                                        .map(UUID::toString)
                                        .map(id -> owners.getOrDefault(id, id))
                                        .orElse(""),
                                hold.reason(),
                                operators.getOrDefault(hold.by(), ""),
                                Moments.text(hold.at())))
                .toList();
    }
}
