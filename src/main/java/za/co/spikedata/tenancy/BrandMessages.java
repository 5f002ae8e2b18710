package za.co.spikedata.tenancy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/**
 * The texts of the current brand: tenant, theme, the theme's parents, base; all of them in the
 * reader's language before any in English.
 */
@Component("messageSource")
class BrandMessages extends AbstractMessageSource {
    BrandMessages() {
        setAlwaysUseMessageFormat(true);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return CurrentBrand.find()
                .flatMap(brand -> brand.own(code, locale).or(() -> english(brand, code)))
                .map(text -> createMessageFormat(text, ofFigures(locale)))
                .orElse(null);
    }

    /** Thousands stand apart on all pages, though the locale of isiZulu parts them by commas. */
    private static Locale ofFigures(Locale locale) {
        return locale.getLanguage().equals("zu") ? Locale.of("xh", "ZA") : locale;
    }

    private static Optional<String> english(Brand brand, String code) {
        CurrentBrand.tellEnglish();
        return brand.message(code, Locale.ENGLISH);
    }
}
