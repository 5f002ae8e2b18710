package za.co.spikedata.isolation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** A tenant whose name and colours are nobody else's, and what nothing of it may tell. */
record Harbour(NewTenant tenant, Leaks leaks, int port) {
    static final String PRIMARY = "#7a1f5c";

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}\\b");

    static Harbour create(int port, Tenants tenants) {
        var typed = NewTenant.typed(NewTenant.name("wl"));
        typed.putAll(
                Map.of(
                        "name", "Harbour Lenders",
                        "theme", "base",
                        "primary", PRIMARY,
                        "supportEmail", "help@harbour.example",
                        "administrator", "first@harbour.example"));
        var created = NewTenant.create(new Browserless(port, "admin.localhost").signIn(), typed);
        return new Harbour(created, new Leaks(forbidden(tenants)), port);
    }

    Browserless somebody(People people, Person.Role role) {
        var email = role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        people.add(tenant.id(), email + "@harbour.example", PortalTest.PASSWORD, role);
        return new Browserless(port, tenant.host())
                .signIn(email + "@harbour.example", PortalTest.PASSWORD);
    }

    /** An invented statement of no tenant's. */
    byte[] statement() {
        return new Browserless(port, "app.localhost")
                .signIn()
                .bytes("/statements/samples/proven.pdf");
    }

    /** Names and hosts of the platform and of others, and their colours that are not ours. */
    private static Set<String> forbidden(Tenants tenants) {
        var words = new TreeSet<>(Set.of("spike", "acme", "app.localhost", "admin.localhost"));
        var colours = new TreeSet<String>();
        for (var id : List.of("spike", "acme", "admin")) {
            var brand = tenants.find(new TenantId(id)).orElseThrow();
            words.add(brand.tenant().name());
            words.add(brand.tenant().supportEmail());
            words.add(brand.tenant().mail().address());
            HEX.matcher(brand.tokens()).results().forEach(hex -> colours.add(hex.group()));
        }
        var mine = Colour.parse(PRIMARY).orElseThrow();
        HEX.matcher(Palette.of(mine, mine).css() + "#ffffff #000000 #111111 #808080")
                .results()
                .forEach(hex -> colours.remove(hex.group()));
        words.addAll(colours);
        return words;
    }
}
