package za.co.spikedata.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import za.co.spikedata.logo.Logo;
import za.co.spikedata.logo.SvgPicture;

/**
 * What is asked of a tenant's files when somebody brings them, and not of those that are kept
 * already: a rule that comes with a release takes no portal away.
 */
final class NewFiles {
    private NewFiles() {}

    /** Beside what {@link Tenancy} finds; the same for the same files. */
    static List<String> mistakes(String tenant, Map<String, String> files) {
        var mistakes = new ArrayList<String>();
        files.forEach((file, text) -> {
            var place = "tenants/%s/%s".formatted(tenant, file);
            if (file.equals(DocumentText.FILE)) {
                var overlooked = overlooked(tenant, files);
                mistakes.addAll(overlooked);
                if (!overlooked.isEmpty()) {
                    return;
                }
                LayerYaml.WRITTEN
                        .parse(place, text, TenantDocument.class, mistakes)
                        .ifPresent(document -> NewTexts.check(place, document, mistakes));
            }
            LogoFile.Format.of(file)
                    .ifPresent(format -> mistakes.addAll(logo(place, new LogoFile(format, text))));
        });
        return mistakes;
    }

    /** What would be read otherwise than it is written. */
    static List<String> overlooked(String tenant, Map<String, String> files) {
        return WrittenYaml.mistakes(files.getOrDefault(DocumentText.FILE, "")).stream()
                .map(each -> "tenants/%s/%s: %s".formatted(tenant, DocumentText.FILE, each))
                .toList();
    }

    /** Only what the portal itself would keep of a picture that somebody brings. */
    private static List<String> logo(String place, LogoFile logo) {
        return switch (logo.format()) {
            case SVG ->
                    SvgPicture.faults(logo.text()).stream()
                            .map(fault -> place + ": not allowed in a layer: " + fault)
                            .toList();
            case PNG -> png(place, logo);
        };
    }

    private static List<String> png(String place, LogoFile logo) {
        try {
            return Logo.of(logo.bytes()) instanceof Logo.Png
                    ? List.of()
                    : List.of(place + ": expected a PNG picture of at most 2048 by 2048 pixels");
        } catch (IllegalArgumentException broken) {
            return List.of(place + ": expected a PNG picture");
        }
    }
}
