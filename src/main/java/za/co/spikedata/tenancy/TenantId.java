package za.co.spikedata.tenancy;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import za.co.spikedata.shape.Impersonal;

/** The short name of a tenant: its folder under {@code tenants/} and its key in every table. */
@Impersonal
public record TenantId(String value) implements Serializable {
    private static final int LONGEST = 40;
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,38}[a-z0-9]");

    public TenantId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Expected a tenant id of 3 to 40 lower-case letters, digits or dashes");
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** A short name for a tenant that is called so; not valid where the name has no letters. */
    public static String suggested(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var dashed =
                plain.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+", "");
        return dashed.substring(0, Math.min(dashed.length(), LONGEST)).replaceAll("-+$", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
