package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is asked of the texts of a document that somebody brings: nothing in them is hidden. */
record NewTexts(String place, List<String> mistakes) {
    static void check(String place, TenantDocument document, List<String> mistakes) {
        var texts = new NewTexts(place + ": ", mistakes);
        texts.seen("name", document.name());
        if (document.mail() != null) {
            texts.seen("mail.from-name", document.mail().fromName());
            texts.reached("mail.from-address", document.mail().fromAddress());
            texts.reached("mail.reply-to", document.mail().replyTo());
        }
        if (document.support() != null) {
            texts.seen("support.email", document.support().email());
        }
        if (document.plan() != null) {
            texts.seen("plan.name", document.plan().name());
        }
        Objects.requireNonNullElse(document.webhooks(), List.<TenantDocument.Webhook>of())
                .forEach(webhook -> texts.seen("webhooks.name", webhook.name()));
    }

    private void seen(String key, @Nullable String value) {
        if (value != null && !OneLine.isClean(value)) {
            mistakes.add(place + key + ": holds what cannot be seen");
        }
    }

    /** The domain of the platform stands for one that is. */
    private void reached(String key, @Nullable String value) {
        if (value != null
                && HeadAddress.of(value.strip().replace("{domain}", "example.com")).isEmpty()) {
            mistakes.add(place + key + ": not an e-mail address that every server takes");
        }
    }
}
