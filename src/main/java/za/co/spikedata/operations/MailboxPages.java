package za.co.spikedata.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.admin.ConsoleOnly;
import za.co.spikedata.mail.KeptMail;
import za.co.spikedata.mail.MailPreviews;
import za.co.spikedata.mail.Mailbox;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenants;

/**
 * Mail that nobody sent, where the portal is tried without a mail server: so that who is invited
 * there can follow the link. Operators alone see it, and wherever {@link KeptMail} does not hold
 * there is no such page.
 */
@Controller
@ConsoleOnly
@Conditional(KeptMail.class)
class MailboxPages {
    private static final int MOST = 100;
    private static final Pattern ADDRESS =
            Pattern.compile("https://([\\w.-]+)(?::\\d{1,5})?/[\\w./?=&%~-]*");

    private final Mailbox mailbox;
    private final Tenants tenants;

    MailboxPages(Mailbox mailbox, Tenants tenants) {
        this.mailbox = mailbox;
        this.tenants = tenants;
    }

    /**
     * A mail as it is shown.
     *
     * @param links to portals that are served here
     */
    record View(
            String name,
            String from,
            String to,
            String subject,
            String sent,
            String text,
            boolean isInHtml,
            List<String> links) {}

    @ModelAttribute
    void keepToThisMachine(HttpServletRequest request) {
        if (!KeptMail.isOfThisMachine(request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/operations/mailbox")
    String all(Model model) {
        model.addAttribute("mails", mailbox.newest(MOST).stream().map(this::view).toList());
        return "operations/mailbox";
    }

    @GetMapping("/operations/mailbox/{name}")
    String one(@PathVariable String name, Model model) {
        model.addAttribute("mail", view(find(name)));
        return "operations/mail";
    }

    /** The mail itself, as a document of its own for the page's frame. */
    @GetMapping(
            path = "/operations/mailbox/{name}/mail.html",
            produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String html(@PathVariable String name, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", MailPreviews.FRAME_POLICY);
        return find(name)
                .html()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Mailbox.Kept find(String name) {
        return mailbox.find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View view(Mailbox.Kept mail) {
        return new View(
                mail.name(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.sent().map(Dates::second).orElse(""),
                mail.text(),
                mail.html().isPresent(),
                ADDRESS.matcher(mail.text())
                        .results()
                        .filter(found -> tenants.findByHost(found.group(1)).isPresent())
                        .map(found -> found.group())
                        .distinct()
                        .toList());
    }
}
