package za.co.spikedata.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.tenancy.TenantEdit;

/** What a browser sends of the settings' form; a field that is not sent is empty. */
record SettingsForm(
        @Nullable String name,
        @Nullable String primary,
        @Nullable String secondary,
        @Nullable String supportEmail,
        @Nullable String fromName,
        @Nullable String secondFactor,
        @Nullable String originals,
        @Nullable String failures,
        @Nullable String results,
        @Nullable String logo,
        @Nullable String texts) {
    TenantEdit edit() {
        return new TenantEdit(
                said(name),
                said(primary),
                said(secondary),
                said(supportEmail),
                said(fromName),
                said(secondFactor),
                said(originals),
                said(failures),
                said(results),
                said(logo),
                said(texts));
    }

    private static String said(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }
}
