package za.co.spikedata.tenancy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant makes of the roles of a portal.
 *
 * @param offered those that people are invited to and changed to, administrators always among them;
 *     whoever has another keeps it
 * @param secondFactor those that must sign in with more than a password, whatever else is said
 */
public record RolePolicy(Set<Role> offered, Set<Role> secondFactor) {
    /** What a tenant that says nothing has. */
    static final RolePolicy DEFAULT = new RolePolicy(EnumSet.allOf(Role.class), Set.of());

    /** The roles of a portal. */
    public enum Role {
        ADMINISTRATOR,
        MEMBER,
        VIEWER;

        /** What the document calls it, such as {@code viewer}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Role::word).toList();
        }
    }

    public RolePolicy {
        offered = Set.copyOf(offered);
        secondFactor = Set.copyOf(secondFactor);
    }

    /** After a mistake it is what a tenant has that says nothing. */
    static RolePolicy of(String place, TenantDocument.@Nullable Roles said, List<String> mistakes) {
        if (said == null) {
            return DEFAULT;
        }
        var offered = roles(place + "roles.offered: ", said.offered(), mistakes);
        if (offered.filter(roles -> !roles.contains(Role.ADMINISTRATOR)).isPresent()) {
            mistakes.add(place + "roles.offered: administrator is always among them");
        }
        return new RolePolicy(
                offered.orElse(DEFAULT.offered()),
                roles(place + "roles.second-factor: ", said.secondFactor(), mistakes)
                        .orElse(DEFAULT.secondFactor()));
    }

    private static Optional<Set<Role>> roles(
            String place, @Nullable List<String> words, List<String> mistakes) {
        if (words == null) {
            return Optional.empty();
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var word : words) {
            var role = Arrays.stream(Role.values()).filter(each -> each.word().equals(word));
            role.findFirst()
                    .ifPresentOrElse(
                            roles::add,
                            () ->
                                    mistakes.add(
                                            place
                                                    + "expected administrator, member or viewer, got "
                                                    + word));
        }
        return Optional.of(roles);
    }
}
