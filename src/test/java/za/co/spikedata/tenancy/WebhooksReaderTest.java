package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksReaderTest {
    private static final String URL = "https://hooks.example.com/in?key=hidden";
    private static final List<String> DONE = List.of("document.done");

    private final List<String> mistakes = new ArrayList<>();

    @Test
    void takesThoseThatAreNamed() {
        assertThat(read(webhook(" ledger ", URL, DONE), webhook("till", URL, NamedWebhook.EVENTS)))
                .containsExactly(
                        new NamedWebhook("ledger", URL, Set.of("document.done")),
                        new NamedWebhook("till", URL, Set.copyOf(NamedWebhook.EVENTS)));
        assertThat(new WebhooksReader("x: ", mistakes).read(null)).isEmpty();
        assertThat(mistakes).isEmpty();
    }

    @Test
    void tellsAllMistakesAtOnceAndNoAddress() {
        read(
                webhook("ledger", "http://hooks.example.com/?key=hidden", List.of()),
                webhook(null, null, null),
                webhook("x".repeat(61), URL, List.of("document.done", "webhook.test")),
                webhook("ledger", URL, DONE));

        assertThat(mistakes)
                .extracting(mistake -> mistake.replaceAll(": (expected|another).*", ""))
                .containsExactly(
                        "x: webhooks.1.url",
                        "x: webhooks.1.events",
                        "x: webhooks.2.name",
                        "x: webhooks.2.url",
                        "x: webhooks.2.events",
                        "x: webhooks.3.name",
                        "x: webhooks.3.events",
                        "x: webhooks.4.name");
        assertThat(mistakes).noneMatch(mistake -> mistake.contains("hidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "http://127.0.0.1/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://user:x@hooks.example.com/",
                "https://hooks.example.com:22/"
            })
    void takesNoAddressThatIsNotPublic(String url) {
        read(webhook("ledger", url, DONE));

        assertThat(mistakes).hasSize(1).allMatch(mistake -> mistake.contains("webhooks.1.url"));
    }

    @Test
    void takesNoMoreThanTen() {
        var many =
                IntStream.rangeClosed(1, 11)
                        .mapToObj(i -> webhook("till " + i, URL, DONE))
                        .toArray(TenantDocument.Webhook[]::new);

        read(many);

        assertThat(mistakes).containsExactly("x: webhooks: expected at most 10");
    }

    private List<NamedWebhook> read(TenantDocument.Webhook... said) {
        return new WebhooksReader("x: ", mistakes).read(List.of(said));
    }

    private static TenantDocument.Webhook webhook(
            @Nullable String name, @Nullable String url, @Nullable List<String> events) {
        return new TenantDocument.Webhook(name, url, events);
    }
}
