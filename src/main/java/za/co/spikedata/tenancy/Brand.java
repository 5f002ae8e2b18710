package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.logo.Raster;

/**
 * What a tenant looks and sounds like: its layers laid over each other, the nearest first (tenant,
 * theme, the theme's parents, base).
 */
public final class Brand {
    private static final int VERSION_DIGITS = 16;

    /**
     * How {@link #tokens} are made of layers, plate included. Another number with every change of
     * that: browsers keep a version's sheet for a year.
     */
    private static final int SHEET_MADE = 2;

    private final Tenant tenant;
    private final List<Layer> layers;
    private final Optional<TokenSheet> sheet;
    private final String tokens;
    private final LogoFile logo;
    private final String version;

    /**
     * Drawing a logo takes a while, and most tenants of a start are asked for nothing. It is drawn
     * once, whoever else asks in the meantime.
     */
    private @Nullable String shown;

    Brand(Tenant tenant, List<Layer> layers) {
        this(tenant, layers, Optional.empty());
    }

    private Brand(Tenant tenant, List<Layer> layers, Optional<TokenSheet> sheet) {
        this.tenant = tenant;
        this.layers = List.copyOf(layers);
        this.sheet = sheet;
        var css = new StringBuilder();
        layers.reversed().forEach(layer -> layer.tokens().ifPresent(css::append));
        this.tokens = css.toString();
        this.logo =
                layers.stream().flatMap(layer -> layer.logo().stream()).findFirst().orElseThrow();
        this.version =
                FilesText.hash(SHEET_MADE + sheet.map(Enum::name).orElse("") + tokens + logo.text())
                        .substring(0, VERSION_DIGITS);
    }

    /** The same looks and texts for another. */
    Brand of(Tenant another) {
        return new Brand(another, layers, sheet);
    }

    /** The same in its light looks alone, whatever readers' devices ask for. */
    public Brand inLight() {
        return new Brand(tenant, layers, Optional.of(TokenSheet.LIGHT));
    }

    /** The same in its dark looks alone. */
    public Brand inDark() {
        return new Brand(tenant, layers, Optional.of(TokenSheet.DARK));
    }

    public Tenant tenant() {
        return tenant;
    }

    /** The custom properties, each as the nearest layer has it, and the plate's. */
    public synchronized String tokens() {
        var made = shown;
        if (made == null) {
            var all = tokens + LogoPlate.css(tokens, logo);
            made = sheet.map(one -> one.forced(all)).orElseGet(() -> TokenSheet.both(all));
            shown = made;
        }
        return made;
    }

    /** Every token by its name, as light surroundings see it. */
    public Map<String, String> lightTokens() {
        return TokenSheet.LIGHT.values(tokens());
    }

    /** Every token by its name, as dark surroundings see it. */
    public Map<String, String> darkTokens() {
        return TokenSheet.DARK.values(tokens());
    }

    /** The logo as a PNG of few pixels, for what draws no SVG; empty where it cannot be drawn. */
    public Optional<byte[]> logoPixels() {
        return logo.raster().map(Raster::png);
    }

    /** The file that {@link #logoBytes} are of: {@code logo.svg} or {@code logo.png}. */
    public String logoFile() {
        return logo.format().file();
    }

    public byte[] logoBytes() {
        return logo.bytes();
    }

    /** Changes when the looks change; part of their addresses, which are cached for ever. */
    public String version() {
        return version;
    }

    /** The nearest layer's slot in the wanted language, or else in English. */
    public Optional<String> slot(String name, Locale locale) {
        return nearest(Layer::slots, Languages.tag(locale.getLanguage()), name)
                .or(() -> nearest(Layer::slots, Languages.DEFAULT, name));
    }

    /** The nearest layer's text in the wanted language, or else in English. */
    Optional<String> message(String key, Locale locale) {
        return own(key, locale).or(() -> nearest(Layer::messages, Languages.DEFAULT, key));
    }

    /** Every text as it is without the tenant's own: in a language, or else in English. */
    SortedMap<String, String> texts(String language) {
        var texts = new TreeMap<String, String>();
        for (var each : List.of(Languages.DEFAULT, Languages.tag(language))) {
            layers.subList(1, layers.size())
                    .reversed()
                    .forEach(layer -> texts.putAll(layer.messages().getOrDefault(each, Map.of())));
        }
        return texts;
    }

    /** The nearest layer's text in the wanted language. */
    Optional<String> own(String key, Locale locale) {
        return nearest(Layer::messages, Languages.tag(locale.getLanguage()), key);
    }

    private Optional<String> nearest(
            Function<Layer, Map<String, Map<String, String>>> what, String language, String key) {
        return layers.stream()
                .map(layer -> what.apply(layer).getOrDefault(language, Map.of()).get(key))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
