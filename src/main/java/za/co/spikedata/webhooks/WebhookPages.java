package za.co.spikedata.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.destinations.Destination;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.NamedWebhook;
import za.co.spikedata.tenancy.Offered;
import za.co.spikedata.tenancy.OneLine;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.webhooks.WebhookViews.DeliveryView;
import za.co.spikedata.webhooks.WebhookViews.EndpointView;

/** Where a tenant's events go: see, make, change, and look at what got there. */
@Controller
@Offered(Feature.WEBHOOKS)
class WebhookPages {
    private static final List<String> NOTICES =
            List.of(
                    "invalid", "full", "paused", "resumed", "deleted", "tested", "again", "gone",
                    "named", "left");
    private static final List<String> EVENTS = Event.CHOICES.stream().map(Event::word).toList();
    private static final int SHOWN = 100;

    private final Webhooks webhooks;
    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final EndpointSeals seals;
    private final OutsideSettings settings;

    WebhookPages(
            Webhooks webhooks,
            EndpointTable endpoints,
            DeliveryTable deliveries,
            EndpointSeals seals,
            OutsideSettings settings) {
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.seals = seals;
        this.settings = settings;
    }

    @GetMapping("/webhooks")
    String list(Person person, @RequestParam(defaultValue = "") String notice, Model model) {
        return shown(person, known(notice), EVENTS, model);
    }

    private String shown(Person person, String notice, List<String> chosen, Model model) {
        model.addAttribute(
                "endpoints",
                endpoints.all(person.tenant()).stream()
                        .map(each -> view(person.tenant(), each))
                        .toList());
        model.addAttribute("notice", notice);
        model.addAttribute("events", EVENTS);
        model.addAttribute("chosen", chosen);
        return "webhooks/list";
    }

    @PostMapping("/webhooks")
    String make(
            Person person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> events,
            Model model) {
        var wish = wish(name, url.strip(), events);
        if (wish.isEmpty()) {
            return shown(person, "invalid", events, model);
        }
        return webhooks.make(person, wish.get())
                .map(made -> shown(made, model))
                .orElseGet(() -> shown(person, "full", events, model));
    }

    @GetMapping("/webhooks/{id}")
    String show(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        var endpoint = find(person, id);
        model.addAttribute("endpoint", view(person.tenant(), endpoint));
        model.addAttribute(
                "deliveries",
                deliveries.log(person.tenant(), endpoint.id(), SHOWN).stream()
                        .map(DeliveryView::of)
                        .toList());
        model.addAttribute("notice", known(notice));
        model.addAttribute("days", WebhookWorker.KEPT.toDays());
        return "webhooks/show";
    }

    @PostMapping("/webhooks/{id}/rotate")
    String rotate(Person person, @PathVariable String id, Model model) {
        return webhooks.rotate(person, find(person, id))
                .map(made -> shown(made, model))
                .orElseThrow(WebhookPages::notFound);
    }

    @PostMapping("/webhooks/{id}/pause")
    String pause(Person person, @PathVariable String id) {
        var endpoint = find(person, id);
        webhooks.pause(person, endpoint);
        return back(id, endpoint.isByHand() ? "paused" : "named");
    }

    @PostMapping("/webhooks/{id}/resume")
    String resume(Person person, @PathVariable String id) {
        var endpoint = find(person, id);
        webhooks.resume(person, endpoint);
        return back(id, endpoint.isLeft() ? "left" : "resumed");
    }

    @PostMapping("/webhooks/{id}/delete")
    String delete(Person person, @PathVariable String id) {
        boolean isDeleted = webhooks.delete(person, find(person, id));
        return isDeleted ? "redirect:/webhooks?notice=deleted" : back(id, "named");
    }

    @PostMapping("/webhooks/{id}/test")
    String test(Person person, @PathVariable String id) {
        boolean isOnItsWay = webhooks.test(person, find(person, id));
        return back(id, isOnItsWay ? "tested" : "left");
    }

    @PostMapping("/webhooks/{id}/deliveries/{delivery}/again")
    String again(Person person, @PathVariable String id, @PathVariable String delivery) {
        boolean isAgain = webhooks.redeliver(person, find(person, id), parse(delivery));
        return back(id, isAgain ? "again" : "gone");
    }

    private static String shown(Webhooks.Made made, Model model) {
        model.addAttribute("id", made.endpoint().id().toString());
        model.addAttribute("name", made.endpoint().name());
        model.addAttribute("secret", made.secret());
        return "webhooks/made";
    }

    private Optional<Webhooks.Wish> wish(String name, String url, List<String> words) {
        var called = OneLine.of(name);
        var events = Event.chosen(words);
        boolean isValid =
                !called.isEmpty()
                        && called.length() <= NamedWebhook.LONGEST_NAME
                        && !events.isEmpty()
                        && Destination.parse(url, settings).isPresent();
        return isValid ? Optional.of(new Webhooks.Wish(called, url, events)) : Optional.empty();
    }

    private EndpointView view(TenantId tenant, Endpoint endpoint) {
        return EndpointView.of(endpoint, seals.url(tenant, endpoint));
    }

    private Endpoint find(Person person, String id) {
        return endpoints.find(person.tenant(), parse(id)).orElseThrow(WebhookPages::notFound);
    }

    private static String known(String notice) {
        return NOTICES.contains(notice) ? notice : "";
    }

    private static String back(String id, String notice) {
        return "redirect:/webhooks/" + parse(id) + "?notice=" + notice;
    }

    private static UUID parse(String id) {
        return Ids.parse(id).orElseThrow(WebhookPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
