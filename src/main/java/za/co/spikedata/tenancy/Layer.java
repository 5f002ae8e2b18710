package za.co.spikedata.tenancy;

import java.util.Map;
import java.util.Optional;

/**
 * One folder of looks and texts, a theme's or a tenant's: custom properties, a logo, messages and
 * static slots; never templates, scripts or expressions.
 *
 * @param messages by language, {@link Languages#DEFAULT} being English, then by key
 * @param slots safe HTML by language and name
 */
record Layer(
        String name,
        Optional<String> tokens,
        Optional<LogoFile> logo,
        Map<String, Map<String, String>> messages,
        Map<String, Map<String, String>> slots) {
    Layer {
        messages = Map.copyOf(messages);
        slots = Map.copyOf(slots);
    }

    /** The same with these custom properties below its own. */
    Layer over(String below) {
        return new Layer(name, Optional.of(below + tokens.orElse("")), logo, messages, slots);
    }
}
