package za.co.spikedata.tenancy;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads one layer out of the files of its folder; unknown files are mistakes. */
final class LayerReader {
    private static final Pattern MESSAGES =
            Pattern.compile("messages(?:_([a-z]{2,3}))?\\.properties");
    private static final Pattern SLOT =
            Pattern.compile("slots/([a-z][a-z0-9-]*)(?:_([a-z]{2,3}))?\\.html");

    /** What everybody's pages wait for while it is checked. */
    private static final int LONGEST_FILE = 60_000;

    /** A value in a form it may not have; the page that tells it would be none. */
    private static final Pattern FORMAT = Pattern.compile("\\{\\s*+\\d++\\s*+,");

    private LayerReader() {}

    /**
     * @param files text by path within the layer's folder
     * @param document the one file that describes the layer and is read elsewhere
     */
    static Layer read(
            String name, Map<String, String> files, String document, List<String> mistakes) {
        Optional<String> tokens = Optional.empty();
        Optional<LogoFile> logo = Optional.empty();
        var messages = new HashMap<String, Map<String, String>>();
        var slots = new HashMap<String, Map<String, String>>();
        for (var entry : files.entrySet()) {
            var file = entry.getKey();
            var text = entry.getValue();
            var place = name + "/" + file;
            if (text.length() > LONGEST_FILE && !name.equals("themes/base")) {
                mistakes.add(place + ": longer than " + LONGEST_FILE + " characters");
                continue;
            }
            var language = MESSAGES.matcher(file);
            var slot = SLOT.matcher(file);
            if (file.equals(document)) {
                continue;
            } else if (file.equals("tokens.css")) {
                mistakes.addAll(LayerCheck.tokens(place, text));
                tokens = Optional.of(text);
            } else if (LogoFile.Format.of(file).isPresent()) {
                var found = new LogoFile(LogoFile.Format.of(file).get(), text);
                if (logo.isPresent()) {
                    mistakes.add(place + ": one logo is enough");
                }
                logo = LayerCheck.logo(place, found, mistakes);
            } else if (language.matches()) {
                messages.computeIfAbsent(Languages.tag(language.group(1)), _ -> new HashMap<>())
                        .putAll(messages(place, text, mistakes));
            } else if (slot.matches()) {
                mistakes.addAll(LayerCheck.markup(place, text));
                slots.computeIfAbsent(Languages.tag(slot.group(2)), _ -> new HashMap<>())
                        .put(slot.group(1), text);
            } else {
                mistakes.add(place + ": not a file a layer may hold");
            }
        }
        return new Layer(name, tokens, logo, messages, slots);
    }

    private static Map<String, String> messages(String place, String text, List<String> mistakes) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException broken) {
            mistakes.add(place + ": not a properties file");
        }
        var messages = new HashMap<String, String>();
        properties.forEach((key, value) -> {
            var message = MessageText.escaped((String) value);
            if (!MessageText.isPattern(message)) {
                mistakes.add(place + ": " + key + ": its braces do not match");
            }
            if (place.startsWith("tenants/") && FORMAT.matcher(message).find()) {
                mistakes.add(place + ": " + key + ": takes values as they are, such as {0}");
            }
            messages.put((String) key, message);
        });
        return messages;
    }
}
