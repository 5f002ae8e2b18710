package za.co.spikedata.web;

import java.util.List;
import java.util.Locale;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Feature;

/** What the layout shows of the current brand. */
public record BrandView(Brand brand, Locale locale) {
    public String name() {
        return brand.tenant().name();
    }

    public List<String> tokensUrls() {
        return List.of("/brand/" + brand.version() + "/tokens.css");
    }

    public String logoUrl() {
        return "/brand/" + brand.version() + "/" + brand.logoFile();
    }

    public String logoType() {
        return brand.logoFile().endsWith(".png") ? "image/png" : "image/svg+xml";
    }

    /** Safe HTML of a static slot, empty when no layer fills it. */
    public String slot(String name) {
        return brand.slot(name, locale).orElse("");
    }

    public boolean console() {
        return brand.tenant().isConsole();
    }

    /**
     * @param feature its word
     */
    public boolean offers(String feature) {
        return brand.tenant().offers(Feature.of(feature).orElseThrow());
    }

    public String supportEmail() {
        return brand.tenant().supportEmail();
    }
}
