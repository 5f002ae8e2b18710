package za.co.spikedata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** An administrator who looks after a tenant's endpoints. */
final class Chief {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final String email = "hooks-" + UUID.randomUUID() + "@example.com";
    private final Browserless browser;

    Chief(ApplicationContext portal, int port, String tenant) {
        portal.getBean(People.class)
                .add(new TenantId(tenant), email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        browser = new Browserless(port, tenant + ".localhost").signIn(email, PortalTest.PASSWORD);
    }

    String email() {
        return email;
    }

    Browserless browser() {
        return browser;
    }

    /** What the page says once it is made, with its path. */
    record Made(String path, String secret) {}

    Made make(String name, String url, String... events) {
        var page = Jsoup.parse(tryToMake(name, url, events).body());
        assertThat(page.select(".keys code")).as(page.text()).hasSize(1);
        return new Made(
                page.select("a.button.primary").attr("href"), page.select(".keys code").text());
    }

    HttpResponse<String> tryToMake(String name, String url, String... events) {
        var form =
                new StringBuilder("name=")
                        .append(encoded(name))
                        .append("&url=")
                        .append(encoded(url));
        List.of(events).forEach(each -> form.append("&events=").append(each));
        return browser.postWith(browser.token(), "/webhooks", form.toString());
    }

    HttpResponse<String> press(String path, String what) {
        return browser.post(path + "/" + what, Map.of());
    }

    Document page(String path) {
        return browser.page(path);
    }

    /** The row of the log that comes to say so. */
    String awaitRow(String path, String... words) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            for (var row : page(path).select("tbody tr")) {
                if (List.of(words).stream().allMatch(row.text()::contains)) {
                    return row.text();
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(
                "Expected " + List.of(words) + " in " + page(path).select("tbody").text());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
