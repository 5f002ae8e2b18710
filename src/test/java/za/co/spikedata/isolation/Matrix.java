package za.co.spikedata.isolation;

import static za.co.spikedata.isolation.Route.Access.ADMINISTRATORS;
import static za.co.spikedata.isolation.Route.Access.BRINGERS;
import static za.co.spikedata.isolation.Route.Access.CONSOLE;
import static za.co.spikedata.isolation.Route.Access.EVERYBODY;
import static za.co.spikedata.isolation.Route.Access.IN_CHARGE;
import static za.co.spikedata.isolation.Route.Access.PEOPLE;
import static za.co.spikedata.isolation.Route.Access.READERS;
import static za.co.spikedata.isolation.Route.Access.SUPPORT;
import static za.co.spikedata.isolation.Route.Thing.CREDENTIAL;
import static za.co.spikedata.isolation.Route.Thing.DELIVERY;
import static za.co.spikedata.isolation.Route.Thing.DOCUMENT;
import static za.co.spikedata.isolation.Route.Thing.DOMAIN;
import static za.co.spikedata.isolation.Route.Thing.ISSUER;
import static za.co.spikedata.isolation.Route.Thing.OPENING;
import static za.co.spikedata.isolation.Route.Thing.PERSON;
import static za.co.spikedata.isolation.Route.Thing.RECEIPT;
import static za.co.spikedata.isolation.Route.Thing.UPLOAD;
import static za.co.spikedata.isolation.Route.Thing.WEBHOOK;

import java.util.List;

/** Every route the server has. One that is missing here fails the build. */
final class Matrix {
    static final List<Route> ROUTES =
            List.of(
                    Route.of("*", "/error", EVERYBODY),
                    Route.of("GET", "/sign-in", EVERYBODY),
                    Route.of("GET", "/security", EVERYBODY),
                    Route.of("GET", "/verify", EVERYBODY),
                    Route.of("GET", "/developers", EVERYBODY),
                    Route.of("GET", "/tenant.schema.json", EVERYBODY),
                    Route.of("POST", "/verify", EVERYBODY),
                    Route.of("GET", "/language/{language}", EVERYBODY).plain("language", "none"),
                    Route.of("GET", "/.well-known/security.txt", EVERYBODY),
                    Route.of("GET", "/.well-known/jwks.json", EVERYBODY),
                    Route.of("GET", "/brand/{version}/tokens.css", EVERYBODY).plain("version", "x"),
                    Route.of("GET", "/brand/{version}/logo.svg", EVERYBODY).plain("version", "x"),
                    Route.of("GET", "/brand/{version}/logo.png", EVERYBODY).plain("version", "x"),
                    Route.of("GET", "/", PEOPLE),
                    Route.of("GET", "/statements", READERS),
                    Route.of("POST", "/statements", BRINGERS),
                    Route.of("POST", "/statements/sample", BRINGERS).plain("kind", "none"),
                    Route.of("GET", "/statements/samples/{kind}.pdf", READERS)
                            .plain("kind", "proven"),
                    Route.of("GET", "/statements/{id}", READERS).id("id", DOCUMENT),
                    Route.of("GET", "/statements/{id}/progress", READERS).id("id", DOCUMENT),
                    Route.of("POST", "/statements/{id}/password", BRINGERS)
                            .id("id", DOCUMENT)
                            .plain("password", "guess"),
                    Route.of("POST", "/statements/{id}/delete", BRINGERS).id("id", DOCUMENT),
                    Route.of("POST", "/statements/{id}/problem", BRINGERS)
                            .id("id", DOCUMENT)
                            .plain("note", "x")
                            .plain("consent", "true"),
                    Route.of(
                                    "GET",
                                    "/statements/{id}/download.{format:csv|xlsx|ofx|xml|json}",
                                    READERS)
                            .id("id", DOCUMENT)
                            .plain("format", "csv"),
                    Route.of("GET", "/statements/download", READERS).id("ids", DOCUMENT),
                    Route.of("GET", "/receipts", READERS),
                    Route.of("GET", "/receipts/{id}", READERS).id("id", RECEIPT),
                    Route.of("GET", "/receipts/{id}/progress", READERS).id("id", RECEIPT),
                    Route.of("GET", "/receipts/{id}/receipt.jws", READERS).id("id", RECEIPT),
                    Route.of("GET", "/uploads/{id}", READERS).id("id", UPLOAD),
                    Route.of("GET", "/uploads/{id}/progress", READERS).id("id", UPLOAD),
                    Route.of("GET", "/uploads/{id}/download", READERS).id("id", UPLOAD),
                    Route.of("GET", "/audit", IN_CHARGE).id("person", PERSON),
                    Route.of("GET", "/audit/export.{format:csv|json}", IN_CHARGE)
                            .id("person", PERSON)
                            .plain("format", "json"),
                    Route.of("GET", "/security/sbom.json", IN_CHARGE),
                    Route.of("GET", "/reset", EVERYBODY),
                    Route.of("POST", "/reset", EVERYBODY).plain("email", "nobody@example.com"),
                    Route.of("GET", "/reset/{token}", EVERYBODY).plain("token", "none"),
                    Route.of("POST", "/reset/{token}", EVERYBODY)
                            .plain("token", "none")
                            .plain("password", "x"),
                    Route.of("GET", "/invitation/{token}", EVERYBODY).plain("token", "none"),
                    Route.of("POST", "/invitation/{token}", EVERYBODY)
                            .plain("token", "none")
                            .plain("name", "x")
                            .plain("password", "x"),
                    Route.of("GET", "/email/{token}", EVERYBODY).plain("token", "none"),
                    Route.of("POST", "/email/{token}", EVERYBODY).plain("token", "none"),
                    Route.of("GET", "/second-factor", PEOPLE),
                    Route.of("POST", "/second-factor", PEOPLE).plain("code", "000000"),
                    Route.of("POST", "/second-factor/passkey/options", PEOPLE),
                    Route.of("POST", "/second-factor/passkey", PEOPLE),
                    Route.of("GET", "/second-factor/enrol", PEOPLE),
                    Route.of("POST", "/second-factor/enrol", PEOPLE).plain("password", "x"),
                    Route.of("GET", "/second-factor/enrol/code", PEOPLE),
                    Route.of("POST", "/second-factor/enrol/code", PEOPLE).plain("code", "000000"),
                    Route.of("GET", "/second-factor/enrol/picture.png", PEOPLE),
                    Route.of("POST", "/second-factor/enrol/passkey/options", PEOPLE),
                    Route.of("POST", "/second-factor/enrol/passkey", PEOPLE),
                    Route.of("GET", "/profile", PEOPLE),
                    Route.of("POST", "/profile/copy", PEOPLE).plain("password", "x"),
                    Route.of("POST", "/profile/delete", PEOPLE)
                            .plain("typed", "x")
                            .plain("password", "x"),
                    Route.of("GET", "/farewell/{token}", EVERYBODY).plain("token", "none"),
                    Route.of("GET", "/farewell/{token}/progress", EVERYBODY).plain("token", "none"),
                    Route.of("GET", "/farewell/{token}/receipts.zip", EVERYBODY)
                            .plain("token", "none"),
                    Route.of("POST", "/profile/name", PEOPLE).plain("name", "Somebody"),
                    Route.of("POST", "/profile/language", PEOPLE).plain("language", "none"),
                    Route.of("POST", "/profile/password", PEOPLE)
                            .plain("password", "x")
                            .plain("new", "x"),
                    Route.of("POST", "/profile/email", PEOPLE)
                            .plain("email", "x")
                            .plain("password", "x"),
                    Route.of("POST", "/profile/factor/off", PEOPLE)
                            .plain("password", "x")
                            .plain("code", "000000"),
                    Route.of("POST", "/profile/passkeys/{id}/remove", PEOPLE)
                            .plain("id", "none")
                            .plain("password", "x"),
                    Route.of("POST", "/profile/recovery-codes", PEOPLE)
                            .plain("password", "x")
                            .plain("code", "000000"),
                    Route.of("POST", "/profile/sessions/{handle}/end", PEOPLE)
                            .plain("handle", "none"),
                    Route.of("POST", "/profile/sessions/end-others", PEOPLE),
                    Route.of("GET", "/people", IN_CHARGE),
                    Route.of("POST", "/people", IN_CHARGE)
                            .plain("email", "x")
                            .plain("role", "NONE"),
                    Route.of("GET", "/people/{id}", IN_CHARGE).id("id", PERSON),
                    Route.of("POST", "/people/{id}/invite", IN_CHARGE).id("id", PERSON),
                    Route.of("POST", "/people/{id}/role", IN_CHARGE)
                            .id("id", PERSON)
                            .plain("role", "VIEWER"),
                    Route.of("POST", "/people/{id}/disable", IN_CHARGE).id("id", PERSON),
                    Route.of("POST", "/people/{id}/enable", IN_CHARGE).id("id", PERSON),
                    Route.of("POST", "/people/{id}/factor-reset", IN_CHARGE).id("id", PERSON),
                    Route.of("POST", "/people/{id}/sessions-end", IN_CHARGE).id("id", PERSON),
                    Route.of("POST", "/people/{id}/remove", IN_CHARGE).id("id", PERSON),
                    Route.of("POST", "/tenants/administrators", CONSOLE)
                            .plain("tenant", "none")
                            .plain("email", "x"),
                    Route.of("POST", "/tenants/suspend", CONSOLE)
                            .plain("tenant", "none")
                            .plain("reason", "x"),
                    Route.of("POST", "/tenants/{id}/resume", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/tenants/{id}/plan", CONSOLE).plain("id", "none"),
                    Route.of("POST", "/tenants/{id}/plan", CONSOLE).plain("id", "none"),
                    Route.of("POST", "/tenants/{id}/credits", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/tenants/{id}/act", CONSOLE).plain("id", "none"),
                    Route.of("POST", "/tenants/{id}/act", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/acting/{token}", EVERYBODY).plain("token", "none"),
                    Route.of("POST", "/acting/{token}", EVERYBODY).plain("token", "none"),
                    Route.of("GET", "/settings/mail", ADMINISTRATORS),
                    Route.of("POST", "/settings/mail/password", ADMINISTRATORS),
                    Route.of("POST", "/settings/mail/password/remove", ADMINISTRATORS),
                    Route.of("POST", "/settings/mail/test", ADMINISTRATORS),
                    Route.of("GET", "/settings/acting", ADMINISTRATORS),
                    Route.of("POST", "/settings/acting/leave", ADMINISTRATORS),
                    Route.of("POST", "/settings/acting/{id}/end", ADMINISTRATORS)
                            .plain("id", "none"),
                    Route.of("GET", "/tenants/ended", CONSOLE),
                    Route.of("GET", "/tenants/ended/{id}/receipt.jws", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/tenants/{id}/end", CONSOLE).plain("id", "none"),
                    Route.of("POST", "/tenants/{id}/end", CONSOLE)
                            .plain("id", "none")
                            .plain("typed", "x")
                            .plain("password", "x"),
                    Route.of("GET", "/tenants/new", CONSOLE),
                    Route.of("POST", "/tenants", CONSOLE).plain("id", "-").plain("name", "x"),
                    Route.of("GET", "/settings", ADMINISTRATORS),
                    Route.of("POST", "/settings", ADMINISTRATORS).plain("name", ""),
                    Route.of("GET", "/settings/versions/{number}", ADMINISTRATORS)
                            .plain("number", "none"),
                    Route.of("GET", "/settings/versions/{number}/files.zip", ADMINISTRATORS)
                            .plain("number", "none"),
                    Route.of("GET", "/settings/versions/{number}/mails", ADMINISTRATORS)
                            .plain("number", "none"),
                    Route.of("GET", "/settings/versions/{number}/mail.html", ADMINISTRATORS)
                            .plain("number", "none"),
                    Route.of("GET", "/settings/example-result", ADMINISTRATORS),
                    Route.of("POST", "/settings/versions/{number}/apply", ADMINISTRATORS)
                            .plain("number", "none"),
                    Route.of("POST", "/settings/versions/{number}/look", ADMINISTRATORS)
                            .plain("number", "none"),
                    Route.of("POST", "/settings/look/end", ADMINISTRATORS),
                    Route.of("GET", "/settings/texts", ADMINISTRATORS).plain("language", "none"),
                    Route.of("POST", "/settings/texts", ADMINISTRATORS).plain("language", "none"),
                    Route.of("POST", "/settings/logo", ADMINISTRATORS),
                    Route.of("POST", "/settings/logo/remove", ADMINISTRATORS),
                    Route.of("POST", "/people/sessions-end", IN_CHARGE).plain("password", "x"),
                    Route.of("GET", "/tenants", CONSOLE),
                    Route.of("GET", "/domains", ADMINISTRATORS),
                    Route.of("POST", "/domains", ADMINISTRATORS).plain("host", "x"),
                    Route.of("POST", "/domains/{host}/look", ADMINISTRATORS).id("host", DOMAIN),
                    Route.of("GET", "/.well-known/acme-challenge/{token}", EVERYBODY)
                            .plain("token", "none"),
                    Route.of("POST", "/domains/{host}/order", ADMINISTRATORS).id("host", DOMAIN),
                    Route.of("POST", "/domains/{host}/first", ADMINISTRATORS).id("host", DOMAIN),
                    Route.of("POST", "/domains/{host}/serve", ADMINISTRATORS).id("host", DOMAIN),
                    Route.of("POST", "/domains/{host}/forward", ADMINISTRATORS).id("host", DOMAIN),
                    Route.of("POST", "/domains/{host}/remove", ADMINISTRATORS).id("host", DOMAIN),
                    Route.of("POST", "/domains/{host}/certificate", ADMINISTRATORS)
                            .id("host", DOMAIN),
                    Route.of("GET", "/api-keys", ADMINISTRATORS),
                    Route.of("POST", "/api-keys", ADMINISTRATORS).plain("name", "x"),
                    Route.of("POST", "/api-keys/{id}/rotate", ADMINISTRATORS).id("id", CREDENTIAL),
                    Route.of("POST", "/api-keys/{id}/limit", ADMINISTRATORS).id("id", CREDENTIAL),
                    Route.of("POST", "/api-keys/{id}/revoke", ADMINISTRATORS).id("id", CREDENTIAL),
                    Route.of("GET", "/api-usage", ADMINISTRATORS),
                    Route.of("GET", "/api-usage/export.csv", ADMINISTRATORS),
                    Route.of("GET", "/sign-in/with/{id}", EVERYBODY).plain("id", "none"),
                    Route.of("GET", "/sign-in/with/{id}/back", EVERYBODY).plain("id", "none"),
                    Route.of("GET", "/issuers", ADMINISTRATORS),
                    Route.of("POST", "/issuers", ADMINISTRATORS).plain("name", "x"),
                    Route.of("POST", "/issuers/{id}/remove", ADMINISTRATORS).id("id", ISSUER),
                    Route.of("GET", "/webhooks", ADMINISTRATORS),
                    Route.of("POST", "/webhooks", ADMINISTRATORS).plain("name", "x"),
                    Route.of("GET", "/webhooks/{id}", ADMINISTRATORS).id("id", WEBHOOK),
                    Route.of("POST", "/webhooks/{id}/rotate", ADMINISTRATORS).id("id", WEBHOOK),
                    Route.of("POST", "/webhooks/{id}/pause", ADMINISTRATORS).id("id", WEBHOOK),
                    Route.of("POST", "/webhooks/{id}/resume", ADMINISTRATORS).id("id", WEBHOOK),
                    Route.of("POST", "/webhooks/{id}/delete", ADMINISTRATORS).id("id", WEBHOOK),
                    Route.of("POST", "/webhooks/{id}/test", ADMINISTRATORS).id("id", WEBHOOK),
                    Route.of("POST", "/webhooks/{id}/deliveries/{delivery}/again", ADMINISTRATORS)
                            .id("id", WEBHOOK)
                            .id("delivery", DELIVERY),
                    Route.of("GET", "/operations", CONSOLE),
                    Route.of("GET", "/operations/tenants/{id}", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/operations/jobs", CONSOLE),
                    Route.of("POST", "/operations/jobs/{name}/run", CONSOLE).plain("name", "none"),
                    Route.of("GET", "/operations/mails", CONSOLE),
                    Route.of("POST", "/operations/mails/{id}/try", CONSOLE).plain("id", "none"),
                    Route.of("POST", "/operations/mails/{id}/give-up", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/operations/versions", CONSOLE),
                    Route.of("GET", "/operations/versions/{id}", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/bans", CONSOLE),
                    Route.of("POST", "/bans", CONSOLE).plain("network", "none"),
                    Route.of("POST", "/bans/{id}/lift", CONSOLE).plain("id", "none"),
                    Route.of("GET", "/holds", IN_CHARGE),
                    Route.of("POST", "/tenants/holds", CONSOLE)
                            .plain("tenant", "none")
                            .plain("reason", "x"),
                    Route.of("POST", "/tenants/holds/{id}/lift", CONSOLE)
                            .plain("id", "none")
                            .plain("tenant", "none"),
                    Route.of("GET", "/failures", SUPPORT),
                    Route.of("GET", "/failures/{group}", SUPPORT).plain("group", "none"),
                    Route.of("POST", "/failures/{group}/state", SUPPORT)
                            .plain("group", "none")
                            .plain("state", "resolve"),
                    Route.of("POST", "/failures/{group}/assign", SUPPORT).plain("group", "none"),
                    Route.of("POST", "/failures/{group}/note", SUPPORT)
                            .plain("group", "none")
                            .plain("note", "x"),
                    Route.of("GET", "/failures/{group}/replay", SUPPORT).plain("group", "none"),
                    Route.of("POST", "/failures/{group}/replay", SUPPORT).plain("group", "none"),
                    Route.of("POST", "/failures/cases/{id}/replay", SUPPORT).plain("id", "none"),
                    Route.of("GET", "/failures/cases/{id}", SUPPORT).plain("id", "none"),
                    Route.of("GET", "/failures/cases/{id}/replica.pdf", SUPPORT)
                            .plain("id", "none"),
                    Route.of("POST", "/failures/cases/{id}/original", SUPPORT).plain("id", "none"),
                    Route.of("GET", "/failures/cases/{id}/original.pdf", SUPPORT)
                            .plain("id", "none"),
                    Route.of("GET", "/openings", ADMINISTRATORS),
                    Route.of("POST", "/openings/{id}/approve", ADMINISTRATORS)
                            .id("id", OPENING)
                            .plain("minutes", "15"),
                    Route.of("POST", "/openings/{id}/refuse", ADMINISTRATORS).id("id", OPENING));

    /** What programs ask for, on the API's hosts alone. */
    static final List<String> OF_PROGRAMS =
            List.of(
                    "POST /csv",
                    "POST /pdf",
                    "POST /pdf1",
                    "POST /pdf2",
                    "POST /pdf2test",
                    "POST /v7/documents",
                    "GET /v7/documents",
                    "GET /v7/documents/{id}",
                    "DELETE /v7/documents/{id}",
                    "GET /v7/documents/{id}/events",
                    "GET /v7/documents/{id}/result",
                    "POST /v7/documents/{id}/password",
                    "GET /v7/receipts/{id}");

    /** What programs are told before they have a key. */
    static final List<String> FOR_ANYBODY =
            List.of(
                    "GET /v7/openapi.json",
                    "GET /.well-known/oauth-authorization-server",
                    "GET /.well-known/jwks.json");

    private Matrix() {}
}
