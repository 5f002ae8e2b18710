package za.co.spikedata.tenancy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tenant's own administrators change of its document, as a form says it: every field as
 * text, empty for what is left to the theme or the platform. Hosts, kind and theme stay as the
 * operators made them.
 *
 * @param primary a colour such as {@code #0b5cad}
 * @param secondFactor {@code optional}, {@code administrators} or {@code everyone}
 * @param breakGlass {@code true} where support may ask to see a failing PDF
 * @param noActing {@code true} where operators may not act for the tenant
 * @param originals a period such as {@code 12h} or {@code 30d}, as the other two
 */
public record TenantEdit(
        String name,
        String primary,
        String secondary,
        String supportEmail,
        String fromName,
        String secondFactor,
        String breakGlass,
        String noActing,
        String originals,
        String failures,
        String results) {
    /** Files that are the administrators' too; each has a page of its own. */
    private static final Pattern OWN_FILE =
            Pattern.compile("logo\\.(?:svg|png)|messages(?:_[a-z]{2,3})?\\.properties");

    private static final String TICKED = "true";

    /** A browser leaves fields out. */
    public TenantEdit {
        name = said(name);
        primary = said(primary);
        secondary = said(secondary);
        supportEmail = said(supportEmail);
        fromName = said(fromName);
        secondFactor = said(secondFactor);
        breakGlass = ticked(breakGlass);
        noActing = ticked(noActing);
        originals = said(originals);
        failures = said(failures);
        results = said(results);
    }

    private static String ticked(@Nullable String field) {
        return TICKED.equals(field) ? TICKED : "";
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** The form as it is filled in for these files. */
    public static TenantEdit of(Map<String, String> files) {
        var root = DocumentText.read(files);
        return new TenantEdit(
                text(root, "name"),
                text(root, "colours", "primary"),
                text(root, "colours", "secondary"),
                text(root, "support", "email"),
                text(root, "mail", "from-name"),
                text(root, "second-factor"),
                text(root, "break-glass"),
                text(root, "acting").equals("false") ? TICKED : "",
                text(root, "retention", "originals"),
                text(root, "retention", "failures"),
                text(root, "retention", "results"));
    }

    /** The files with what the form says; everything else in them stays. */
    public Map<String, String> onto(Map<String, String> files) {
        var root = DocumentText.read(files);
        put(root, name, "name");
        put(root, primary, "colours", "primary");
        put(root, secondary, "colours", "secondary");
        put(root, supportEmail, "support", "email");
        put(root, fromName, "mail", "from-name");
        put(root, secondFactor, "second-factor");
        tick(root, "break-glass", breakGlass, true);
        tick(root, "acting", noActing, false);
        put(root, originals, "retention", "originals");
        put(root, failures, "retention", "failures");
        put(root, results, "retention", "results");
        var edited = new HashMap<>(files);
        if (!of(files).stripped().equals(stripped())) {
            edited.put(DocumentText.FILE, DocumentText.write(root));
        }
        return edited;
    }

    /** What is the administrators' of one version, laid onto the files of another. */
    public static Map<String, String> taken(Map<String, String> from, Map<String, String> onto) {
        var taken = new HashMap<>(of(from).onto(onto));
        taken.keySet().removeIf(TenantEdit::isOwn);
        from.forEach((path, text) -> {
            if (isOwn(path)) {
                taken.put(path, text);
            }
        });
        return taken;
    }

    private static boolean isOwn(String path) {
        return OWN_FILE.matcher(path).matches();
    }

    /**
     * Whether both say the same of second factors, of openings, of acting and of how long things
     * are kept.
     */
    public boolean hasRulesOf(TenantEdit other) {
        return rules().equals(other.rules());
    }

    private List<String> rules() {
        return Stream.of(secondFactor, breakGlass, noActing, originals, failures, results)
                .map(String::strip)
                .toList();
    }

    /** What is left of the files without what is the administrators': the operators' part. */
    public static Map<String, String> rest(Map<String, String> files) {
        var rest =
                new HashMap<>(
                        new TenantEdit("", "", "", "", "", "", "", "", "", "", "").onto(files));
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
                breakGlass,
                noActing,
                originals.strip(),
                failures.strip(),
                results.strip());
    }

    private static String text(ObjectNode root, String... path) {
        var node = root;
        for (int i = 0; i < path.length - 1; i++) {
            if (!(node.get(path[i]) instanceof ObjectNode next)) {
                return "";
            }
            node = next;
        }
        return Optional.ofNullable(node.get(path[path.length - 1]))
                .map(found -> found.asString(""))
                .orElse("");
    }

    private static void tick(ObjectNode root, String key, String ticked, boolean meaning) {
        if (ticked.isEmpty()) {
            root.remove(key);
        } else {
            root.put(key, meaning);
        }
    }

    private static void put(ObjectNode root, String value, String... path) {
        var last = path[path.length - 1];
        if (value.isBlank()) {
            if (path.length == 1) {
                root.remove(last);
            } else if (root.get(path[0]) instanceof ObjectNode inner) {
                inner.remove(last);
                if (inner.isEmpty()) {
                    root.remove(path[0]);
                }
            }
        } else if (path.length == 1) {
            root.put(last, value.strip());
        } else {
            var inner =
                    root.get(path[0]) instanceof ObjectNode found ? found : root.putObject(path[0]);
            inner.put(last, value.strip());
        }
    }
}
