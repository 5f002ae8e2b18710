package za.co.spikedata.tenancy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a tenant's own administrators change of its document, as a form says it: every field as
 * text, empty for what is left to the theme or the platform. Hosts, kind and theme stay as the
 * operators made them.
 *
 * @param primary a colour such as {@code #0b5cad}
 * @param secondFactor {@code optional}, {@code administrators} or {@code everyone}
 * @param notInvited words of roles that people are not invited as
 * @param factorRoles words of roles that must have a second factor whatever else is said
 * @param tamperFindings {@code everyone}, {@code administrators} or {@code nobody}
 * @param breakGlass {@code true} where support may ask to see a failing PDF
 * @param noActing {@code true} where operators may not act for the tenant
 * @param without words of features that the portal does not offer
 * @param originals a period such as {@code 12h} or {@code 30d}, as the other two
 */
public record TenantEdit(
        String name,
        String primary,
        String secondary,
        String supportEmail,
        String fromName,
        String secondFactor,
        List<String> notInvited,
        List<String> factorRoles,
        String tamperFindings,
        String breakGlass,
        String noActing,
        List<String> without,
        String originals,
        String failures,
        String results) {
    /** Files that are the administrators' too; each has a page of its own. */
    private static final Pattern OWN_FILE =
            Pattern.compile("logo\\.(?:svg|png)|messages(?:_[a-z]{2,3})?\\.properties");

    private static final String WEBHOOKS = "webhooks";
    private static final String TICKED = "true";
    private static final List<String> FEATURES =
            Arrays.stream(Feature.values()).map(Feature::word).toList();

    /** Administrators are always invited. */
    private static final List<String> LESSER_ROLES =
            RolePolicy.Role.words().stream()
                    .filter(word -> !word.equals(RolePolicy.Role.ADMINISTRATOR.word()))
                    .toList();

    private static final TenantEdit NOTHING = of(Map.of());

    /** A browser leaves fields out. */
    public TenantEdit {
        name = said(name);
        primary = said(primary);
        secondary = said(secondary);
        supportEmail = said(supportEmail);
        fromName = said(fromName);
        secondFactor = said(secondFactor);
        notInvited = known(notInvited, LESSER_ROLES);
        factorRoles = known(factorRoles, RolePolicy.Role.words());
        tamperFindings = said(tamperFindings);
        breakGlass = ticked(breakGlass);
        noActing = ticked(noActing);
        without = known(without, FEATURES);
        originals = said(originals);
        failures = said(failures);
        results = said(results);
    }

    private static String ticked(@Nullable String field) {
        return TICKED.equals(field) ? TICKED : "";
    }

    /** Each once, in the order of the page. */
    private static List<String> known(@Nullable List<String> words, List<String> all) {
        return words == null ? List.of() : all.stream().filter(words::contains).toList();
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** The form as it is filled in for these files. */
    public static TenantEdit of(Map<String, String> files) {
        var fields = new DocumentFields(DocumentText.read(files));
        return new TenantEdit(
                fields.text("name"),
                fields.text("colours", "primary"),
                fields.text("colours", "secondary"),
                fields.text("support", "email"),
                fields.text("mail", "from-name"),
                fields.text("second-factor"),
                fields.list("roles", "offered")
                        .map(offered -> without(LESSER_ROLES, offered))
                        .orElse(List.of()),
                fields.list("roles", "second-factor").orElse(List.of()),
                fields.text("tamper-findings"),
                fields.text("break-glass"),
                fields.text("acting").equals("false") ? TICKED : "",
                FEATURES.stream()
                        .filter(word -> fields.text("features", word).equals("false"))
                        .toList(),
                fields.text("retention", "originals"),
                fields.text("retention", "failures"),
                fields.text("retention", "results"));
    }

    /** The files with what the form says; everything else in them stays. */
    public Map<String, String> onto(Map<String, String> files) {
        var root = DocumentText.read(files);
        var fields = new DocumentFields(root);
        fields.put(name, "name");
        fields.put(primary, "colours", "primary");
        fields.put(secondary, "colours", "secondary");
        fields.put(supportEmail, "support", "email");
        fields.put(fromName, "mail", "from-name");
        fields.put(secondFactor, "second-factor");
        fields.put(
                notInvited.isEmpty() ? List.of() : without(RolePolicy.Role.words(), notInvited),
                "roles",
                "offered");
        fields.put(factorRoles, "roles", "second-factor");
        fields.put(tamperFindings, "tamper-findings");
        fields.say(!breakGlass.isEmpty(), true, "break-glass");
        fields.say(!noActing.isEmpty(), false, "acting");
        FEATURES.forEach(word -> fields.say(without.contains(word), false, "features", word));
        fields.put(originals, "retention", "originals");
        fields.put(failures, "retention", "failures");
        fields.put(results, "retention", "results");
        var edited = new HashMap<>(files);
        if (!of(files).stripped().equals(stripped())) {
            edited.put(DocumentText.FILE, DocumentText.write(root));
        }
        return edited;
    }

    /**
     * What is left as it was shown becomes what it is by now, so that of two who change different
     * fields, or tick different boxes of one list, at once both are heard.
     *
     * @param shown the form before anybody typed
     * @param now the form as it would be shown by now
     */
    public TenantEdit since(TenantEdit shown, TenantEdit now) {
        return new TenantEdit(
                typed(name, shown.name, now.name),
                typed(primary, shown.primary, now.primary),
                typed(secondary, shown.secondary, now.secondary),
                typed(supportEmail, shown.supportEmail, now.supportEmail),
                typed(fromName, shown.fromName, now.fromName),
                typed(secondFactor, shown.secondFactor, now.secondFactor),
                typed(notInvited, shown.notInvited, now.notInvited),
                typed(factorRoles, shown.factorRoles, now.factorRoles),
                typed(tamperFindings, shown.tamperFindings, now.tamperFindings),
                typed(breakGlass, shown.breakGlass, now.breakGlass),
                typed(noActing, shown.noActing, now.noActing),
                typed(without, shown.without, now.without),
                typed(originals, shown.originals, now.originals),
                typed(failures, shown.failures, now.failures),
                typed(results, shown.results, now.results));
    }

    private static String typed(String said, String shown, String now) {
        return said.equals(shown) ? now : said;
    }

    /** Each word is a box of its own. */
    private static List<String> typed(List<String> said, List<String> shown, List<String> now) {
        var unticked = without(shown, said);
        var ticked = without(said, shown);
        return Stream.concat(without(now, unticked).stream(), ticked.stream()).toList();
    }

    /** What is the administrators' of one version, laid onto the files of another. */
    public static Map<String, String> taken(Map<String, String> from, Map<String, String> onto) {
        var taken = new HashMap<>(withWebhooks(from, of(from).onto(onto)));
        taken.keySet().removeIf(TenantEdit::isOwn);
        from.forEach((path, text) -> {
            if (isOwn(path)) {
                taken.put(path, text);
            }
        });
        return taken;
    }

    /** They are the administrators', who have no form for them. */
    private static Map<String, String> withWebhooks(
            Map<String, String> from, Map<String, String> onto) {
        if (isSameOfWebhooks(from, onto)) {
            return onto;
        }
        var root = DocumentText.read(onto);
        root.remove(WEBHOOKS);
        webhooks(from).ifPresent(found -> root.set(WEBHOOKS, found));
        var laid = new HashMap<>(onto);
        laid.put(DocumentText.FILE, DocumentText.write(root));
        return laid;
    }

    /** Whether the documents of both name the same webhooks. */
    public static boolean isSameOfWebhooks(Map<String, String> one, Map<String, String> other) {
        return webhooks(one).equals(webhooks(other));
    }

    private static Optional<JsonNode> webhooks(Map<String, String> files) {
        return Optional.ofNullable(DocumentText.read(files).get(WEBHOOKS));
    }

    private static boolean isOwn(String path) {
        return OWN_FILE.matcher(path).matches();
    }

    /**
     * Whether both say the same of second factors, of roles, of findings, of openings, of acting,
     * of features and of how long things are kept.
     */
    public boolean hasRulesOf(TenantEdit other) {
        return rules().equals(other.rules());
    }

    private List<List<String>> rules() {
        var said =
                Stream.of(
                        secondFactor,
                        tamperFindings,
                        breakGlass,
                        noActing,
                        originals,
                        failures,
                        results);
        return List.of(said.map(String::strip).toList(), notInvited, factorRoles, without);
    }

    /** What is left of the files without what is the administrators': the operators' part. */
    public static Map<String, String> rest(Map<String, String> files) {
        var rest = new HashMap<>(withWebhooks(Map.of(), NOTHING.onto(files)));
        rest.keySet().removeIf(TenantEdit::isOwn);
        return rest;
    }

    /** The document keeps its own writing where nothing in it changes. */
    private TenantEdit stripped() {
        return new TenantEdit(
                name.strip(),
                primary.strip(),
                secondary.strip(),
                supportEmail.strip(),
                fromName.strip(),
                secondFactor.strip(),
                notInvited,
                factorRoles,
                tamperFindings.strip(),
                breakGlass,
                noActing,
                without,
                originals.strip(),
                failures.strip(),
                results.strip());
    }
}
