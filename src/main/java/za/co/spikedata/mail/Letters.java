package za.co.spikedata.mail;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;

/**
 * Writes in a brand's words. Only the last page of the tenant's own portal that a text names
 * becomes a button: what else it was filled with, such as a reason or a device, may have been typed
 * by anybody, and stands before.
 */
@Component
class Letters {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S*[^\\s.,;:!?)\\]}\"'’”»]");

    private final MessageSource texts;
    private final Origins origins;

    Letters(MessageSource texts, Origins origins) {
        this.texts = texts;
        this.origins = origins;
    }

    /**
     * @param values what the texts may say from <code>{1}</code> on
     */
    Letter write(Brand brand, Locale locale, String kind, Object... values) {
        var tenant = brand.tenant();
        var all = new Object[values.length + 1];
        all[0] = tenant.name();
        System.arraycopy(values, 0, all, 1, values.length);
        try (var _ = CurrentBrand.enter(brand)) {
            var key = "mail." + kind;
            return new Letter(
                    tenant.name(),
                    locale,
                    texts.getMessage(key + ".subject", all, locale),
                    parts(
                            tenant,
                            texts.getMessage(key + ".text", all, locale),
                            Optional.ofNullable(
                                    texts.getMessage(key + ".action", all, null, locale))),
                    texts.getMessage("mail.address", null, locale),
                    texts.getMessage(
                            "mail.footer",
                            new Object[] {tenant.name(), tenant.supportEmail()},
                            locale));
        }
    }

    private List<Letter.Part> parts(Tenant tenant, String text, Optional<String> label) {
        var parts = new ArrayDeque<Letter.Part>();
        var waiting = label;
        for (var each : List.of(text.split(Letter.GAP, -1)).reversed()) {
            var action = waiting.flatMap(said -> action(tenant, each, said));
            if (action.isPresent()) {
                waiting = Optional.empty();
            }
            parts.addFirst(action.orElseGet(() -> new Letter.Paragraph(each)));
        }
        return List.copyOf(parts);
    }

    private Optional<Letter.Part> action(Tenant tenant, String text, String label) {
        return ADDRESS.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(address -> isOwn(tenant, address))
                .reduce((_, last) -> last)
                .map(address -> new Letter.Action(text, address, label));
    }

    private boolean isOwn(Tenant tenant, String address) {
        return tenant.allHosts().stream()
                .anyMatch(host -> address.startsWith(origins.of(host) + "/"));
    }
}
