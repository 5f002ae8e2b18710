package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One tenant as its {@code tenant.yml} says it, valid as a whole.
 *
 * @param hosts lower-case host names without port, the first for links; each belongs to one tenant
 *     only
 * @param formerHosts hosts that only send browsers to the first
 * @param secondFactor who must sign in with more than a password
 * @param languages what its pages and mails can be read in, such as {@code en} and {@code af}
 * @param roles who is invited as what, and whom that asks for a second factor
 * @param tamperFindings who sees what speaks for a change to a file
 * @param retention how long what people upload is kept
 * @param breakGlass whether support may ask its administrators to see a failing PDF itself
 * @param acting whether operators may act for it
 * @param without what its portal does not offer
 * @param webhooks servers of its own that are told of events, besides those made by hand
 * @param plan what its programs may use
 * @param demo demo people are made for it on loopback
 */
public record Tenant(
        TenantId id,
        String name,
        List<String> hosts,
        List<String> formerHosts,
        String theme,
        Kind kind,
        Locale locale,
        List<String> languages,
        MailSender mail,
        String supportEmail,
        SecondFactor secondFactor,
        RolePolicy roles,
        TamperFindings tamperFindings,
        Retention retention,
        boolean breakGlass,
        boolean acting,
        Set<Feature> without,
        List<NamedWebhook> webhooks,
        Plan plan,
        boolean demo) {
    /** What its hosts serve. */
    public enum Kind {
        PORTAL,
        CONSOLE,
        /** Programs ask here for every tenant; whose they are, their keys tell. */
        API
    }

    /** Who of it must give a second factor; operators of the platform always must. */
    public enum SecondFactor {
        OPTIONAL,
        ADMINISTRATORS,
        EVERYONE
    }

    /** Who sees what speaks for a change to a file after its bank's own save. */
    public enum TamperFindings {
        EVERYONE,
        /** And programs, since administrators alone let them in. */
        ADMINISTRATORS,
        NOBODY;

        /**
         * @param inCharge an administrator asks, or a program
         */
        public boolean areShown(boolean inCharge) {
            return switch (this) {
                case EVERYONE -> true;
                case ADMINISTRATORS -> inCharge;
                case NOBODY -> false;
            };
        }
    }

    /**
     * Whom its mail comes from, and by which server.
     *
     * @param replyTo where answers go; empty: to the address
     * @param server empty: the platform's
     */
    public record MailSender(
            String name, String address, Optional<String> replyTo, Optional<MailServer> server) {}

    /**
     * A mail server of its own; what it is signed in to with is kept elsewhere.
     *
     * @param host in small letters
     * @param port {@link #IMPLICIT_TLS} or {@link #STARTTLS}
     */
    public record MailServer(String host, int port, String user) {
        public static final int IMPLICIT_TLS = 465;
        public static final int STARTTLS = 587;
    }

    public Tenant {
        hosts = List.copyOf(hosts);
        formerHosts = List.copyOf(formerHosts);
        languages = List.copyOf(languages);
        without = Set.copyOf(without);
        webhooks = List.copyOf(webhooks);
    }

    /** The same tenant under the name, languages and contacts of a draft; its rules stay. */
    Tenant under(Tenant draft) {
        return new Tenant(
                id,
                draft.name,
                hosts,
                formerHosts,
                draft.theme,
                kind,
                draft.locale,
                draft.languages,
                draft.mail,
                draft.supportEmail,
                secondFactor,
                roles,
                tamperFindings,
                retention,
                breakGlass,
                acting,
                without,
                webhooks,
                plan,
                demo);
    }

    /** Those that are served and those that only send browsers to them. */
    public List<String> allHosts() {
        return Stream.concat(hosts.stream(), formerHosts.stream()).toList();
    }

    /** How its people write in this language; empty when it does not speak it. */
    public Optional<Locale> speaking(String language) {
        return languages.contains(language)
                ? Optional.of(new Locale.Builder().setLocale(locale).setLanguage(language).build())
                : Optional.empty();
    }

    /** What programs alone can do something with goes with what they come by. */
    public boolean offers(Feature feature) {
        return !without.contains(feature)
                && (feature != Feature.WEBHOOKS || !without.contains(Feature.API));
    }

    public boolean isConsole() {
        return kind == Kind.CONSOLE;
    }

    public boolean isPortal() {
        return kind == Kind.PORTAL;
    }

    public boolean isApi() {
        return kind == Kind.API;
    }
}
