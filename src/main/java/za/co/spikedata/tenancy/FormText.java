package za.co.spikedata.tenancy;

import org.jspecify.annotations.Nullable;

/** What people type into one field of a form. */
public final class FormText {
    private FormText() {}

    /** Without space around it; empty for a field that the browser leaves out. */
    public static String of(@Nullable String field) {
        return field == null ? "" : field.strip();
    }
}
