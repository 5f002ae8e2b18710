package za.co.spikedata.tenancy;

import java.io.Serializable;
import java.util.regex.Pattern;
import za.co.spikedata.shape.Impersonal;

/** The short name of a tenant: its folder under {@code tenants/} and its key in every table. */
@Impersonal
public record TenantId(String value) implements Serializable {
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

    @Override
    public String toString() {
        return value;
    }
}
