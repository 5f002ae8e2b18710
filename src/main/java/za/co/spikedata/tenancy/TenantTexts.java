package za.co.spikedata.tenancy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a tenant says in its own words, text by text, over those of its theme. */
@Component
public class TenantTexts {
    private static final int LONGEST = 2_000;

    private final Tenants tenants;

    TenantTexts(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * A text as people write it.
     *
     * @param own empty: the original is told
     */
    public record Text(String key, String original, String own) {}

    /** A text that cannot be kept, by the key of the reason. */
    public record Mistake(String key, String reason, String places) {}

    /** Outcome of {@link #changed}. */
    public sealed interface Change {
        record Made(Map<String, String> files) implements Change {}

        record Refused(List<Mistake> mistakes) implements Change {}
    }

    /** The languages a tenant speaks. */
    public List<String> languages(TenantId tenant) {
        return tenants.find(tenant).orElseThrow().tenant().languages();
    }

    /**
     * Texts whose key or words have this in them, those of the tenant's own first.
     *
     * @param files the tenant's
     */
    public List<Text> find(
            TenantId tenant, Map<String, String> files, String language, String asked, int most) {
        var own = own(files, language);
        var wanted = asked.strip().toLowerCase(Locale.ROOT);
        var all =
                originals(tenant, language).entrySet().stream()
                        .map(text ->
                                new Text(
                                        text.getKey(),
                                        MessageText.written(text.getValue()),
                                        own.getOrDefault(text.getKey(), "")))
                        .filter(text ->
                                Stream.of(text.key(), text.original(), text.own())
                                        .anyMatch(each ->
                                                each.toLowerCase(Locale.ROOT).contains(wanted)))
                        .toList();
        return Stream.concat(
                        all.stream().filter(text -> !text.own().isEmpty()),
                        all.stream().filter(text -> text.own().isEmpty()))
                .limit(most)
                .toList();
    }

    /**
     * The files with these texts; one that is empty, or as the original, is told as the original.
     * Every value that the original tells is told, and no other.
     *
     * @param typed by key; keys that are none are passed over
     */
    public Change changed(
            TenantId tenant,
            Map<String, String> files,
            String language,
            Map<String, String> typed) {
        var originals = originals(tenant, language);
        var own = own(files, language);
        var mistakes = new ArrayList<Mistake>();
        typed.forEach((key, raw) -> {
            var text = raw.replace("\r\n", "\n").strip();
            var original = originals.get(key);
            if (original == null) {
                return;
            }
            if (text.isEmpty() || text.equals(MessageText.written(original).strip())) {
                own.remove(key);
            } else {
                mistake(key, original, text).ifPresent(mistakes::add);
                own.put(key, text);
            }
        });
        if (!mistakes.isEmpty()) {
            return new Change.Refused(mistakes);
        }
        var changed = new HashMap<>(files);
        if (own.isEmpty()) {
            changed.remove(file(language));
        } else if (!own.equals(own(files, language))) {
            changed.put(file(language), written(own));
        }
        return new Change.Made(changed);
    }

    private static Optional<Mistake> mistake(String key, String original, String text) {
        var places = MessageText.places(original);
        var told = new ArrayList<String>();
        places.forEach(place -> told.add("{" + place + "}"));
        var pattern = MessageText.escaped(text);
        boolean isControlled =
                text.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n');
        if (text.length() > LONGEST || isControlled) {
            return Optional.of(new Mistake(key, "long", ""));
        }
        return MessageText.isPattern(pattern) && MessageText.places(pattern).equals(places)
                ? Optional.empty()
                : Optional.of(
                        new Mistake(
                                key, places.isEmpty() ? "none" : "places", String.join(" ", told)));
    }

    private SortedMap<String, String> originals(TenantId tenant, String language) {
        return tenants.find(tenant).orElseThrow().texts(language);
    }

    private static SortedMap<String, String> own(Map<String, String> files, String language) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(files.getOrDefault(file(language), "")));
        } catch (IOException impossible) {
            throw new IllegalStateException("Expected a file that was read before", impossible);
        }
        var own = new TreeMap<String, String>();
        properties.forEach((key, text) -> own.put((String) key, (String) text));
        return own;
    }

    private static String file(String language) {
        var tag = Languages.tag(language);
        return tag.isEmpty() ? "messages.properties" : "messages_" + tag + ".properties";
    }

    private static String written(SortedMap<String, String> texts) {
        var lines = new StringBuilder();
        texts.forEach((key, text) ->
                lines.append(key.replace("\\", "\\\\").replaceAll("([ :=#!])", "\\\\$1"))
                        .append('=')
                        .append(
                                text.replace("\\", "\\\\")
                                        .replace("\n", "\\n")
                                        .replaceAll("^(\\s)", "\\\\$1"))
                        .append('\n'));
        return lines.toString();
    }
}
