package za.co.spikedata.tenancy;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/** The texts of the current brand: tenant, theme, the theme's parents, base. */
@Component("messageSource")
class BrandMessages extends AbstractMessageSource {
    BrandMessages() {
        setAlwaysUseMessageFormat(true);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return CurrentBrand.find()
                .flatMap(brand -> brand.message(code, locale))
                .map(text -> createMessageFormat(text, locale))
                .orElse(null);
    }
}
