package za.co.spikedata.admin;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.guard.Rates;
import za.co.spikedata.identity.PasswordProof;
import za.co.spikedata.identity.Person;
import za.co.spikedata.mail.Dispatches;
import za.co.spikedata.mail.MailFault;
import za.co.spikedata.mail.MailServers;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;

/** A tenant's administrators see how its mail goes, and set its own mail server's password. */
@Controller
class MailServerPages {
    private static final int LONGEST = 256;
    private static final List<String> NOTICES =
            List.of(
                    "proof",
                    "invalid",
                    "no-server",
                    "set",
                    "set-enough",
                    "removed",
                    "tested",
                    "enough");

    /** Of one tenant: enough to find out what is wrong, and too few to bother anybody with. */
    private static final int TESTS_AN_HOUR = 5;

    /** The same: each is tried at the tenant's server, which may lock out who guesses. */
    private static final int PASSWORDS_AN_HOUR = 5;

    private final MailServers servers;
    private final Dispatches dispatches;
    private final Outbox outbox;
    private final Rates rates;
    private final PasswordProof proof;
    private final TenantDatabase database;
    private final Audit audit;

    MailServerPages(
            MailServers servers,
            Dispatches dispatches,
            Outbox outbox,
            Rates rates,
            PasswordProof proof,
            TenantDatabase database,
            Audit audit) {
        this.servers = servers;
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.rates = rates;
        this.proof = proof;
        this.database = database;
        this.audit = audit;
    }

    @GetMapping("/settings/mail")
    String mail(Tenant tenant, @RequestParam(defaultValue = "") String notice, Model model) {
        var server = tenant.mail().server();
        var going = servers.going(tenant.id());
        model.addAttribute("sender", tenant.mail());
        model.addAttribute("server", server.orElse(null));
        var since = server.flatMap(own -> servers.passwordSince(tenant.id(), own));
        model.addAttribute("since", since.map(Moments::text).orElse(""));
        model.addAttribute("troubled", going.troubled());
        model.addAttribute(
                "fault",
                going.fault()
                        .filter(fault -> since.isEmpty() || fault != MailFault.NO_PASSWORD)
                        .map(Enum::name)
                        .orElse(""));
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "admin/mail-server";
    }

    /**
     * The person's own password too: a session left open must not send mail elsewhere.
     *
     * @param host as the page named it, so that what is served since gets no other's password
     */
    @PostMapping("/settings/mail/password")
    String set(
            Tenant tenant,
            Person person,
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String password) {
        var server =
                tenant.mail()
                        .server()
                        .filter(own -> own.host().equals(host) && own.user().equals(user));
        if (server.isEmpty()) {
            return back("no-server");
        }
        if (secret.isEmpty() || secret.length() > LONGEST) {
            return back("invalid");
        }
        if (!proof.isGiven(person, password)) {
            return back("proof");
        }
        if (!rates.isWithin("mail-passwords", tenant.id().value(), PASSWORDS_AN_HOUR)) {
            return back("set-enough");
        }
        database.run(
                tenant.id(),
                () -> {
                    servers.setPassword(tenant.id(), server.get(), secret);
                    record(person, "mail-server.password-set", server.get());
                });
        dispatches.tryWithNewPassword(tenant.id());
        return back("set");
    }

    @PostMapping("/settings/mail/password/remove")
    String remove(Tenant tenant, Person person, @RequestParam(defaultValue = "") String password) {
        Optional<Tenant.MailServer> server = tenant.mail().server();
        if (server.isEmpty()) {
            return back("no-server");
        }
        if (!proof.isGiven(person, password)) {
            return back("proof");
        }
        database.run(
                tenant.id(),
                () -> {
                    if (servers.removePassword(tenant.id(), server.get())) {
                        record(person, "mail-server.password-removed", server.get());
                    }
                });
        return back("removed");
    }

    /** To whoever asks and nobody else. */
    @PostMapping("/settings/mail/test")
    String test(Tenant tenant, Person person) {
        if (!rates.isWithin("test-mails", tenant.id().value(), TESTS_AN_HOUR)) {
            return back("enough");
        }
        database.run(
                tenant.id(),
                () -> {
                    outbox.send(tenant.id(), person.email(), "test");
                    audit.record(
                            tenant.id(),
                            person.id().toString(),
                            "mail-server.tested",
                            person.id().toString());
                });
        return back("tested");
    }

    private void record(Person person, String action, Tenant.MailServer server) {
        audit.record(person.tenant(), person.id().toString(), action, server.host());
    }

    private static String back(String notice) {
        return "redirect:/settings/mail?notice=" + notice;
    }
}
