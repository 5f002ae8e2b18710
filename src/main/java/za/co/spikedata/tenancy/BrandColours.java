package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;

/** Turns the colours of a {@code tenant.yml} into tokens; every mistake is added to the list. */
final class BrandColours {
    private BrandColours() {}

    /** Custom properties; empty where the tenant names no colours, or wrong ones. */
    static Optional<String> tokens(
            String place, TenantDocument.@Nullable Colours said, List<String> mistakes) {
        if (said == null) {
            return Optional.empty();
        }
        var first = colour(place + "colours.primary", said.primary(), mistakes);
        var second =
                said.secondary() == null
                        ? first
                        : colour(place + "colours.secondary", said.secondary(), mistakes);
        return first.flatMap(one -> second.map(other -> Palette.of(one, other).css()));
    }

    private static Optional<Colour> colour(
            String place, @Nullable String said, List<String> mistakes) {
        var colour = said == null ? Optional.<Colour>empty() : Colour.parse(said);
        if (colour.isEmpty()) {
            mistakes.add(place + ": expected a colour such as #2a6f4e");
        }
        return colour;
    }
}
