package za.co.spikedata.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.Tenant;

/** The people of a tenant, for whoever is in charge of it. */
@Controller
@RequestMapping("/people")
class PeoplePages {
    private static final Set<String> NOTICES =
            Set.of(
                    "invited",
                    "role",
                    "disabled",
                    "enabled",
                    "factor",
                    "sessions",
                    "removed",
                    "address",
                    "taken",
                    "typed",
                    "proof",
                    "everybody");

    private final PersonTable people;
    private final Invitations invitations;
    private final Administration administration;

    PeoplePages(PersonTable people, Invitations invitations, Administration administration) {
        this.people = people;
        this.invitations = invitations;
        this.administration = administration;
    }

    /** A person as the list and their page show them. */
    record PersonView(
            String id,
            String email,
            String name,
            String role,
            String state,
            boolean hasSecondFactor,
            boolean self) {
        static PersonView of(Account account, Person viewer) {
            var person = account.person();
            return new PersonView(
                    person.id().toString(),
                    person.email(),
                    account.name(),
                    person.role().name(),
                    account.state().name(),
                    account.hasSecondFactor(),
                    person.id().equals(viewer.id()));
        }
    }

    @GetMapping
    String list(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        return shown(person, tenant, NOTICES.contains(notice) ? notice : "", model);
    }

    private String shown(Person person, Tenant tenant, String notice, Model model) {
        model.addAttribute(
                "people",
                people.all(tenant.id()).stream()
                        .map(account -> PersonView.of(account, person))
                        .toList());
        model.addAttribute("roles", roles(tenant, Optional.empty()));
        model.addAttribute("notice", notice);
        return "identity/people";
    }

    @PostMapping
    String invite(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            Model model) {
        return switch (invitations.invite(person, tenant, email, role(tenant, role))) {
            case SENT -> "redirect:/people?notice=invited";
            case NO_ADDRESS -> shown(person, tenant, "address", model);
            case TAKEN -> shown(person, tenant, "taken", model);
        };
    }

    @GetMapping("/{id}")
    String show(
            Person person,
            Tenant tenant,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        var account = find(tenant, id);
        model.addAttribute("person", PersonView.of(account, person));
        model.addAttribute("roles", roles(tenant, Optional.of(account.person().role())));
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "identity/person";
    }

    @PostMapping("/{id}/invite")
    String inviteAgain(Person person, Tenant tenant, @PathVariable String id) {
        invitations.again(person, tenant, find(tenant, id));
        return done(id, "invited");
    }

    @PostMapping("/{id}/role")
    String changeRole(
            Person person,
            Tenant tenant,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String role) {
        var account = other(person, tenant, id);
        if (!account.person().role().name().equals(role)) {
            administration.changeRole(person, account, role(tenant, role));
        }
        return done(id, "role");
    }

    @PostMapping("/{id}/disable")
    String disable(Person person, Tenant tenant, @PathVariable String id) {
        administration.disable(person, other(person, tenant, id));
        return done(id, "disabled");
    }

    @PostMapping("/{id}/enable")
    String enable(Person person, Tenant tenant, @PathVariable String id) {
        administration.enable(person, other(person, tenant, id));
        return done(id, "enabled");
    }

    @PostMapping("/{id}/factor-reset")
    String resetFactor(Person person, Tenant tenant, @PathVariable String id) {
        administration.resetFactor(person, other(person, tenant, id));
        return done(id, "factor");
    }

    @PostMapping("/{id}/sessions-end")
    String endSessions(Person person, Tenant tenant, @PathVariable String id) {
        administration.endSessions(person, other(person, tenant, id));
        return done(id, "sessions");
    }

    /** Typed by hand, so that a slip of the finger removes nobody. */
    @PostMapping("/{id}/remove")
    String remove(
            Person person,
            Tenant tenant,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String typed) {
        var account = other(person, tenant, id);
        if (!People.canonical(typed).equals(account.person().email())) {
            return done(id, "typed");
        }
        administration.remove(person, account);
        return "redirect:/people?notice=removed";
    }

    private Account find(Tenant tenant, String id) {
        return PersonId.parse(id)
                .flatMap(known -> people.find(tenant.id(), known))
                .orElseThrow(NotFound::new);
    }

    /** Somebody else: nobody raises, bars or removes themselves. */
    private Account other(Person person, Tenant tenant, String id) {
        return Optional.of(find(tenant, id))
                .filter(account -> !account.person().id().equals(person.id()))
                .orElseThrow(NotFound::new);
    }

    private static Person.Role role(Tenant tenant, String name) {
        return Arrays.stream(Person.Role.values())
                .filter(role -> role.isOffered(tenant))
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * @param kept one that somebody has, offered or not
     */
    private static List<String> roles(Tenant tenant, Optional<Person.Role> kept) {
        return Arrays.stream(Person.Role.values())
                .filter(role -> role.isOffered(tenant) || kept.filter(role::equals).isPresent())
                .map(Enum::name)
                .toList()
                .reversed();
    }

    private static String done(String id, String notice) {
        return "redirect:/people/" + id + "?notice=" + notice;
    }
}
