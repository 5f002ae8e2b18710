package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class MailFaultTest {
    @Test
    void tellsWhyInWordsThatGiveNothingAway() {
        var refused = new SendFailedException("thandi@example.com is not known");

        assertThat(MailFault.of(new MailSendException(Map.of("mail", refused))))
                .isEqualTo(MailFault.REFUSED);
        assertThat(
                        MailFault.of(
                                new MailAuthenticationException(
                                        new AuthenticationFailedException("no"))))
                .isEqualTo(MailFault.SIGN_IN);
        assertThat(
                        MailFault.of(
                                new MailSendException(
                                        "failed",
                                        new MessagingException("x", new ConnectException("no")))))
                .isEqualTo(MailFault.NO_SERVER);
        assertThat(MailFault.of(new UncheckedIOException(new IOException("disk full"))))
                .isEqualTo(MailFault.OTHER);
    }

    @Test
    void endsWhereCausesLeadBackToThemselves() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(MailFault.of(one)).isEqualTo(MailFault.OTHER);
    }
}
