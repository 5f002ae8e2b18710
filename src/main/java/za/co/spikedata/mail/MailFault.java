package za.co.spikedata.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import za.co.spikedata.outside.NotPublic;
import za.co.spikedata.vault.Unsealable;

/** Why a mail was not sent, in words that give nothing of it away. */
public enum MailFault {
    /** The node that tried does not serve the tenant: not yet, or its document is not valid. */
    NOT_SERVED,
    /** The tenant's own server has no password here yet. */
    NO_PASSWORD,
    /** The tenant's own server is not on the open internet. */
    NOT_PUBLIC,
    /** The server has no certificate for its name that is trusted. */
    NO_TRUST,
    /** Nobody answers where the mail server should be, or it stopped answering. */
    NO_SERVER,
    /** The server does not take the portal's name and password. */
    SIGN_IN,
    /** The server does not take the mail, or does not know its address. */
    REFUSED,
    /** The tenant's key no longer opens the mail. */
    UNREADABLE,
    OTHER;

    /** Causes go no deeper; one that leads to itself does not go on for ever. */
    private static final int MOST_CAUSES = 20;

    /** The clearest of what the failure and its causes say. */
    static MailFault of(Throwable failure) {
        var found = OTHER;
        var causes = new ArrayDeque<Throwable>();
        causes.add(failure);
        for (int seen = 0; !causes.isEmpty() && seen < MOST_CAUSES; seen++) {
            var cause = causes.remove();
            var said = ofOne(cause);
            found = said.compareTo(found) < 0 ? said : found;
            if (cause.getCause() != null && !(cause instanceof UncheckedIOException)) {
                causes.add(cause.getCause());
            }
            if (cause instanceof MailSendException several) {
                causes.addAll(Arrays.asList(several.getMessageExceptions()));
            }
        }
        return found;
    }

    private static MailFault ofOne(Throwable cause) {
        return switch (cause) {
            case MailAuthenticationException _, AuthenticationFailedException _ -> SIGN_IN;
            case SendFailedException _ -> REFUSED;
            case NoServerPassword _ -> NO_PASSWORD;
            case NotPublic _ -> NOT_PUBLIC;
            case SSLException _ -> NO_TRUST;
            case IOException _ -> NO_SERVER;
            // The folder where mail is kept when there is no server.
            case UncheckedIOException _ -> OTHER;
            case Unsealable _ -> UNREADABLE;
            default -> OTHER;
        };
    }
}
