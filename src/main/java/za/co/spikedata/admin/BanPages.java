package za.co.spikedata.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.guard.Ban;
import za.co.spikedata.guard.Bans;
import za.co.spikedata.guard.Network;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.OneLine;

/** Networks that get no answer for a while: see, add, lift. */
@Controller
@ConsoleOnly
class BanPages {
    private static final Map<String, Duration> LENGTHS =
            Map.of(
                    "hour", Duration.ofHours(1),
                    "day", Duration.ofDays(1),
                    "week", Duration.ofDays(7),
                    "month", Duration.ofDays(30));
    private static final List<String> NOTICES = List.of("added", "lifted", "gone", "invalid");
    private static final int LONGEST_NOTE = 200;

    /** Wider ones would shut out whole countries by one slip. */
    private static final int WIDEST_IPV4_BITS = 16;

    private static final int WIDEST_IPV6_BITS = 32;

    private final Bans bans;
    private final PersonNames names;
    private final Clock clock;

    BanPages(Bans bans, PersonNames names, Clock clock) {
        this.bans = bans;
        this.names = names;
        this.clock = clock;
    }

    /** A ban as the list shows it. */
    record BanView(
            String id,
            String network,
            String reason,
            String note,
            String by,
            String at,
            String until,
            boolean active,
            boolean lifted) {}

    @GetMapping("/bans")
    String bans(
            Person person, @RequestParam(required = false) @Nullable String notice, Model model) {
        var now = clock.instant();
        var all = bans.latest();
        var emails = names.emails(person.tenant(), all.stream().map(Ban::addedBy).toList());
        var views = all.stream().map(ban -> view(ban, emails, now)).toList();
        model.addAttribute("active", views.stream().filter(BanView::active).toList());
        model.addAttribute("ended", views.stream().filter(view -> !view.active()).toList());
        model.addAttribute("lengths", List.of("hour", "day", "week", "month"));
        model.addAttribute(
                "notice", notice != null && NOTICES.contains(notice) ? "bans." + notice : null);
        model.addAttribute("isInvalid", "invalid".equals(notice));
        return "admin/bans";
    }

    @PostMapping("/bans")
    String add(
            Person person,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(defaultValue = "") String length,
            @RequestParam(defaultValue = "") String note,
            Model model) {
        var wanted = Network.parse(network).filter(BanPages::isNarrow);
        var duration = Optional.ofNullable(LENGTHS.get(length));
        if (wanted.isEmpty() || duration.isEmpty() || note.length() > LONGEST_NOTE) {
            return bans(person, "invalid", model);
        }
        bans.add(
                person.tenant(),
                person.id().toString(),
                wanted.get(),
                duration.get(),
                OneLine.of(note));
        return "redirect:/bans?notice=added";
    }

    @PostMapping("/bans/{id}/lift")
    String lift(Person person, @PathVariable String id) {
        boolean isLifted =
                Ids.parse(id)
                        .filter(ban -> bans.lift(person.tenant(), person.id().toString(), ban))
                        .isPresent();
        return "redirect:/bans?notice=" + (isLifted ? "lifted" : "gone");
    }

    private static boolean isNarrow(Network network) {
        return network.bits() >= (network.isIpv4() ? WIDEST_IPV4_BITS : WIDEST_IPV6_BITS);
    }

    private static BanView view(Ban ban, Map<String, String> emails, Instant now) {
        return new BanView(
                ban.id().toString(),
                ban.network(),
                ban.reason().name(),
                ban.note(),
                emails.getOrDefault(ban.addedBy(), ban.addedBy()),
                Moments.text(ban.at()),
                Moments.text(ban.until()),
                ban.isActive(now),
                ban.liftedAt().isPresent());
    }
}
