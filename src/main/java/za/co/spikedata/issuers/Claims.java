package za.co.spikedata.issuers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a token or a provider's document claims, each thing only in the type it must have. */
record Claims(JsonNode json) {
    static final JsonMapper STRICT =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** How far a provider's clock may be from ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Text that says something and that every database keeps. */
    Optional<String> text(String name) {
        @Nullable JsonNode node = json.get(name);
        return node != null && node.isString() && isText(node.stringValue())
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    /** A text, or a list of texts; empty when it is anything else. */
    List<String> texts(String name) {
        @Nullable JsonNode node = json.get(name);
        if (node == null || !node.isArray()) {
            return text(name).stream().toList();
        }
        var texts = new ArrayList<String>();
        for (var each : node) {
            if (!each.isString() || !isText(each.stringValue())) {
                return List.of();
            }
            texts.add(each.stringValue());
        }
        return List.copyOf(texts);
    }

    boolean isTrue(String name) {
        @Nullable JsonNode node = json.get(name);
        return node != null && node.isBoolean() && node.booleanValue();
    }

    /** Begun, not over, and made to last no longer than this. */
    boolean isForNow(Instant now, Duration longest) {
        var begun = whole("iat");
        var end = whole("exp");
        long latest = now.plus(SKEW).getEpochSecond();
        return begun.isPresent()
                && end.isPresent()
                && begun.get() <= latest
                && end.get() > now.getEpochSecond()
                && begun.get() > 0
                && end.get() - begun.get() <= longest.toSeconds()
                && (!json.has("nbf") || whole("nbf").filter(from -> from <= latest).isPresent());
    }

    /** Whether whoever it is signed in there since then, rather than was signed in. */
    boolean isSignedInSince(Instant time) {
        return whole("auth_time")
                .filter(signedIn -> signedIn >= time.minus(SKEW).getEpochSecond())
                .isPresent();
    }

    private Optional<Long> whole(String name) {
        @Nullable JsonNode node = json.get(name);
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
                ? Optional.of(node.longValue())
                : Optional.empty();
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "Claims[*]";
    }
}
