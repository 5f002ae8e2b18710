package za.co.spikedata.operations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import za.co.spikedata.mail.Mailbox;

/** Tells these pages which of them there are. */
@ControllerAdvice(basePackageClasses = Navigation.class)
class Navigation {
    private final boolean hasMailbox;

    Navigation(ObjectProvider<Mailbox> mailbox) {
        this.hasMailbox = mailbox.getIfAvailable() != null;
    }

    @ModelAttribute("hasMailbox")
    boolean hasMailbox() {
        return hasMailbox;
    }
}
