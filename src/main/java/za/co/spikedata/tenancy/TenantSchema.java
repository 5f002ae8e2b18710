package za.co.spikedata.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (2020-12) of {@code tenant.yml}, for editors: made of the record that it is read
 * into, and of the patterns that it is checked with. What each key is for is said here; a key of
 * which nothing is said stops the build.
 */
final class TenantSchema {
    /** Said first in each document we write, for editors that know YAML. */
    static final String HINT = "# yaml-language-server: $schema=../tenant.schema.json\n";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<String> NEEDED =
            Set.of(
                    "name",
                    "hosts",
                    "mail",
                    "mail.from-name",
                    "mail.from-address",
                    "support",
                    "mail.server.host",
                    "mail.server.user",
                    "support.email",
                    "colours.primary",
                    "webhooks.name",
                    "webhooks.url",
                    "webhooks.events");

    private static final String TEXT =
            "^(?=[\\s\\S]*\\S)(?:[^%s]|%s)*$".formatted(OneLine.UNSEEN, OneLine.JOINER);
    private static final String EMAIL = "^\\s*[^@\\s<>\"]+@[^@\\s<>\"]+\\s*$";
    private static final String COLOUR = "^#[0-9a-fA-F]{6}$";
    private static final String PERIOD = "^[0-9]{1,5}[dh]$";

    private static final String HOOK =
            "^https://(?:[a-zA-Z0-9-]+\\.)+[a-zA-Z][a-zA-Z0-9-]*(?::(?:443|8443))?"
                    + "(?:[/?][!-\"$-~]*)?$";

    /** {@code {domain}} may stand anywhere in it. */
    private static final String HOST =
            "^L(?:(?:L|-)*L)?(?:\\.L(?:(?:L|-)*L)?)*$".replace("L", "(?:[a-zA-Z0-9]|\\{domain\\})");

    private final Map<String, Consumer<ObjectNode>> facets = new HashMap<>();

    private TenantSchema(Collection<String> themes, Collection<String> languages) {
        var spoken = new TreeSet<>(languages);
        say("name", "What people call it; also the issuer in their authenticator app.", TEXT);
        list("hosts", "Where it is served, the first in links; {domain} is the platform's.", HOST);
        facets.merge("hosts", node -> node.put("minItems", 1), Consumer::andThen);
        list("former-hosts", "Hosts that send browsers on to the first of its hosts.", HOST);
        choose("theme", "What it looks like where it says nothing itself.", new TreeSet<>(themes));
        say("colours", "Every colour of its pages is made of these.");
        say("colours.primary", "Buttons, links and marks, such as #204080.", COLOUR);
        say("colours.secondary", "The second colour of charts.", COLOUR);
        choose("kind", "What its hosts serve.", names(Tenant.Kind.values()));
        say(
                "locale",
                "Its own language, and how it writes numbers and dates, such as en-ZA.",
                "^(?:" + String.join("|", spoken) + ")(?:-[a-zA-Z0-9-]*)?$");
        say("languages", "What its pages and mails can be read in; its own among them.");
        facets.merge(
                "languages",
                node -> {
                    node.put("minItems", 1).put("uniqueItems", true);
                    any(node.putObject("items").putArray("enum"), spoken);
                },
                Consumer::andThen);
        say("mail", "Whom its mail comes from.");
        say("mail.from-name", "The sender's name.", TEXT);
        say("mail.from-address", "The sender's address.", EMAIL);
        say("mail.reply-to", "Where answers go, unless to the sender's address.", EMAIL);
        say("mail.server", "A mail server of its own; its password is set on the portal.");
        say(
                "mail.server.host",
                "Its name on the internet; its certificate must be for it.",
                "^\\s*" + MailReader.HOST.replace("a-z", "a-zA-Z") + "\\s*$");
        facets.put(
                "mail.server.port",
                node -> {
                    node.put("description", "587 with STARTTLS, or 465.");
                    node.putArray("enum")
                            .add(Tenant.MailServer.STARTTLS)
                            .add(Tenant.MailServer.IMPLICIT_TLS)
                            .addNull();
                });
        say(
                "mail.server.user",
                "Whom the portal signs in as.",
                TEXT.replace("*$", "{1,%d}$".formatted(MailReader.LONGEST_USER)));
        say("support", "Who helps its people.");
        say("support.email", "The address on every page.", EMAIL);
        choose(
                "second-factor",
                "Who must sign in with more than a password.",
                names(Tenant.SecondFactor.values()));
        say("roles", "What it makes of the roles of a portal.");
        roles("roles.offered", "What people are invited as; administrators are always among them.");
        facets.merge(
                "roles.offered",
                node ->
                        node.putObject("contains")
                                .put("const", RolePolicy.Role.ADMINISTRATOR.word()),
                Consumer::andThen);
        roles("roles.second-factor", "Who must sign in with more than a password, too.");
        choose(
                "tamper-findings",
                "Who sees what speaks for a change to a file.",
                names(Tenant.TamperFindings.values()));
        say("retention", "How long what people upload is kept, such as 12h or 30d.");
        say("retention.originals", "PDFs of proven statements; at most 7d.", PERIOD);
        say("retention.failures", "PDFs of all other documents; at most 7d.", PERIOD);
        say("retention.results", "What was read; 1d to 365d.", PERIOD);
        say("break-glass", "Support may ask its administrators to see a failing PDF.");
        say("acting", "Operators may act for it, unless this is false.");
        say("features", "What its portal offers: each, unless it is false.");
        say("features.api", "Programs bring documents; keys, usage and /developers.");
        say("features.webhooks", "Its servers are told of events; only with the API.");
        say("features.sign-in-providers", "People and programs of its own OpenID providers.");
        say("features.problem-reports", "People tell that a result is wrong though it holds.");
        say("features.bookkeeping-files", "Xero, QuickBooks, Sage, OFX and camt.053.");
        say("features.verification", "Anyone checks what the portal signed, at /verify.");
        say("webhooks", "Servers of its own that are told of events; their secrets are made.");
        facets.merge(
                "webhooks", node -> node.put("maxItems", NamedWebhook.MOST), Consumer::andThen);
        say(
                "webhooks.name",
                "What tells it from the others; its secret stays with it.",
                TEXT.replace("*$", "{1,%d}$".formatted(NamedWebhook.LONGEST_NAME)));
        say("webhooks.url", "A public host by https, on port 443 or 8443.", HOOK);
        say("webhooks.events", "What it is told of.");
        facets.merge(
                "webhooks.events",
                node ->
                        any(
                                node.put("minItems", 1).putObject("items").putArray("enum"),
                                NamedWebhook.EVENTS),
                Consumer::andThen);
        say("plan", "What its programs may use; its operators' to say, not its administrators'.");
        say(
                "plan.name",
                "What the plan is called.",
                TEXT.replace("*$", "{1,%d}$".formatted(Plan.LONGEST_NAME)));
        range("plan.credits", "Credits to begin with.", 0, Plan.MOST_TENTHS / 10);
        range("plan.monthly-credits", "The same again each month.", 0, Plan.MOST_TENTHS / 10);
        range("plan.requests-a-minute", "Of all programs together.", 1, Plan.MOST_A_MINUTE);
        range("plan.at-once", "Requests under way together on a node.", 1, Plan.MOST_AT_ONCE);
        range("plan.file-bytes", "The largest file.", 1, Plan.MOST_BYTES);
        say("demo", "Demo people are made for it on a developer's machine.");
    }

    /**
     * @param themes those it may wear
     * @param languages those that have texts
     */
    static String of(Collection<String> themes, Collection<String> languages) {
        var root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "A tenant");
        root.put("type", "object");
        new TenantSchema(themes, languages).record(root, "", TenantDocument.class);
        var indenter = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                        .with(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(indenter)
                                        .withArrayIndenter(indenter))
                        .writeValueAsString(root)
                + "\n";
    }

    private void record(ObjectNode node, String path, Class<?> type) {
        node.put("additionalProperties", false);
        var properties = node.putObject("properties");
        var needed = JSON.createArrayNode();
        for (var component : type.getRecordComponents()) {
            var key = key(component);
            var place = path + key;
            var property = properties.putObject(key);
            if (NEEDED.contains(place)) {
                needed.add(key);
            }
            type(property, place, component.getType());
            item(component).ifPresent(item -> record(item(property), place + ".", item));
            Optional.ofNullable(facets.get(place))
                    .orElseThrow(() -> new IllegalStateException("Expected to know " + place))
                    .accept(property);
        }
        if (!needed.isEmpty()) {
            node.set("required", needed);
        }
    }

    /** Whatever may be missing may also be there and empty. */
    private void type(ObjectNode node, String path, Class<?> type) {
        var name = name(type);
        if (NEEDED.contains(path)) {
            node.put("type", name);
        } else {
            node.putArray("type").add(name).add("null");
        }
        if (type == List.class) {
            node.putObject("items").put("type", "string");
        } else if (type.isRecord()) {
            record(node, path + ".", type);
        }
    }

    private static ObjectNode item(ObjectNode list) {
        return list.putObject("items").put("type", "object");
    }

    /** The record that each of a list is. */
    private static Optional<Class<?>> item(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item
                        && item.isRecord()
                ? Optional.of(item)
                : Optional.empty();
    }

    private static String name(Class<?> type) {
        if (type == Integer.class) {
            return "integer";
        }
        if (type == BigDecimal.class) {
            return "number";
        }
        if (type == List.class) {
            return "array";
        }
        return type.isRecord() ? "object" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void say(String path, String what) {
        facets.put(path, node -> node.put("description", what));
    }

    private void say(String path, String what, String pattern) {
        facets.put(path, node -> node.put("description", what).put("pattern", pattern));
    }

    private void range(String path, String what, long least, long most) {
        facets.put(
                path,
                node -> node.put("description", what).put("minimum", least).put("maximum", most));
    }

    private void list(String path, String what, String pattern) {
        facets.put(
                path,
                node ->
                        node.put("description", what)
                                .putObject("items")
                                .put("type", "string")
                                .put("pattern", pattern));
    }

    private void roles(String path, String what) {
        facets.put(
                path,
                node ->
                        any(
                                node.put("description", what).putObject("items").putArray("enum"),
                                RolePolicy.Role.words()));
    }

    private void choose(String path, String what, Collection<String> choices) {
        facets.put(
                path,
                node -> {
                    node.put("description", what);
                    var values = node.putArray("enum");
                    any(values, choices);
                    values.addNull();
                });
    }

    private static void any(ArrayNode values, Collection<String> choices) {
        choices.forEach(values::add);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static String key(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(JsonProperty.class))
                .or(() ->
                        Optional.ofNullable(
                                component.getAccessor().getAnnotation(JsonProperty.class)))
                .map(JsonProperty::value)
                .orElse(component.getName());
    }
}
