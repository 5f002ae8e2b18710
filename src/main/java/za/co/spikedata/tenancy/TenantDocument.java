package za.co.spikedata.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code tenant.yml} as written; whatever is missing is null until it is checked. */
record TenantDocument(
        @Nullable String name,
        @Nullable List<String> hosts,
        @JsonProperty("former-hosts") @Nullable List<String> formerHosts,
        @Nullable String theme,
        @Nullable Colours colours,
        @Nullable String kind,
        @Nullable String locale,
        @Nullable List<String> languages,
        @Nullable Mail mail,
        @Nullable Support support,
        @JsonProperty("second-factor") @Nullable String secondFactor,
        @Nullable Roles roles,
        @JsonProperty("tamper-findings") @Nullable String tamperFindings,
        @Nullable Retention retention,
        @JsonProperty("break-glass") @Nullable Boolean breakGlass,
        @Nullable Boolean acting,
        @Nullable Features features,
        @Nullable List<Webhook> webhooks,
        @Nullable Plan plan,
        @Nullable Boolean demo) {
    /** Two colours such as {@code #0b5cad}, of which every colour of the pages is made. */
    record Colours(@Nullable String primary, @Nullable String secondary) {}

    /** Each is offered unless it is {@code false}. */
    record Features(
            @Nullable Boolean api,
            @Nullable Boolean webhooks,
            @JsonProperty("sign-in-providers") @Nullable Boolean signInProviders,
            @JsonProperty("problem-reports") @Nullable Boolean problemReports,
            @JsonProperty("bookkeeping-files") @Nullable Boolean bookkeepingFiles,
            @Nullable Boolean verification) {
        Set<Feature> without() {
            var without = EnumSet.noneOf(Feature.class);
            for (var each : Feature.values()) {
                if (Boolean.FALSE.equals(said(each))) {
                    without.add(each);
                }
            }
            return without;
        }

        private @Nullable Boolean said(Feature feature) {
            return switch (feature) {
                case API -> api;
                case WEBHOOKS -> webhooks;
                case SIGN_IN_PROVIDERS -> signInProviders;
                case PROBLEM_REPORTS -> problemReports;
                case BOOKKEEPING_FILES -> bookkeepingFiles;
                case VERIFICATION -> verification;
            };
        }
    }

    /** What programs may use; credits to a tenth. */
    record Plan(
            @Nullable String name,
            @Nullable BigDecimal credits,
            @JsonProperty("monthly-credits") @Nullable BigDecimal monthlyCredits,
            @JsonProperty("requests-a-minute") @Nullable Integer requestsAMinute,
            @JsonProperty("at-once") @Nullable Integer atOnce,
            @JsonProperty("file-bytes") @Nullable Integer fileBytes) {}

    record Mail(
            @JsonProperty("from-name") @Nullable String fromName,
            @JsonProperty("from-address") @Nullable String fromAddress,
            @JsonProperty("reply-to") @Nullable String replyTo,
            @Nullable MailServer server) {}

    /** Without a password: documents are exported. */
    record MailServer(@Nullable String host, @Nullable Integer port, @Nullable String user) {}

    /** Periods such as {@code 12h} or {@code 30d}. */
    record Retention(
            @Nullable String originals, @Nullable String failures, @Nullable String results) {}

    /** Words of roles. */
    record Roles(
            @Nullable List<String> offered,
            @JsonProperty("second-factor") @Nullable List<String> secondFactor) {}

    record Support(@Nullable String email) {}

    /** Events by their words. */
    record Webhook(@Nullable String name, @Nullable String url, @Nullable List<String> events) {
        /** An address may hold a secret. */
        @Override
        public String toString() {
            return "Webhook[*]";
        }
    }
}
