package za.co.spikedata.isolation;

import static za.co.spikedata.isolation.Route.Access.CONSOLE;
import static za.co.spikedata.isolation.Route.Access.EVERYBODY;
import static za.co.spikedata.isolation.Route.Access.IN_CHARGE;
import static za.co.spikedata.isolation.Route.Access.PEOPLE;
import static za.co.spikedata.isolation.Route.Thing.DOCUMENT;
import static za.co.spikedata.isolation.Route.Thing.PERSON;
import static za.co.spikedata.isolation.Route.Thing.UPLOAD;

import java.util.List;

/** Every route the server has. One that is missing here fails the build. */
final class Matrix {
    static final List<Route> ROUTES =
            List.of(
                    Route.of("*", "/error", EVERYBODY),
                    Route.of("GET", "/sign-in", EVERYBODY),
                    Route.of("GET", "/security", EVERYBODY),
                    Route.of("GET", "/.well-known/security.txt", EVERYBODY),
                    Route.of("GET", "/brand/{version}/tokens.css", EVERYBODY).plain("version", "x"),
                    Route.of("GET", "/brand/{version}/logo.svg", EVERYBODY).plain("version", "x"),
                    Route.of("GET", "/", PEOPLE),
                    Route.of("GET", "/statements", PEOPLE),
                    Route.of("POST", "/statements", PEOPLE),
                    Route.of("POST", "/statements/sample", PEOPLE).plain("kind", "none"),
                    Route.of("GET", "/statements/samples/{kind}.pdf", PEOPLE)
                            .plain("kind", "proven"),
                    Route.of("GET", "/statements/{id}", PEOPLE).id("id", DOCUMENT),
                    Route.of("GET", "/statements/{id}/progress", PEOPLE).id("id", DOCUMENT),
                    Route.of("POST", "/statements/{id}/password", PEOPLE)
                            .id("id", DOCUMENT)
                            .plain("password", "guess"),
                    Route.of("POST", "/statements/{id}/delete", PEOPLE).id("id", DOCUMENT),
                    Route.of("GET", "/statements/{id}/download.{format:csv|xlsx|json}", PEOPLE)
                            .id("id", DOCUMENT)
                            .plain("format", "csv"),
                    Route.of("GET", "/statements/download", PEOPLE).id("ids", DOCUMENT),
                    Route.of("GET", "/uploads/{id}", PEOPLE).id("id", UPLOAD),
                    Route.of("GET", "/uploads/{id}/progress", PEOPLE).id("id", UPLOAD),
                    Route.of("GET", "/uploads/{id}/download", PEOPLE).id("id", UPLOAD),
                    Route.of("GET", "/audit", IN_CHARGE).id("person", PERSON),
                    Route.of("GET", "/audit/export.{format:csv|json}", IN_CHARGE)
                            .id("person", PERSON)
                            .plain("format", "json"),
                    Route.of("GET", "/security/sbom.json", IN_CHARGE),
                    Route.of("GET", "/tenants", CONSOLE),
                    Route.of("GET", "/bans", CONSOLE),
                    Route.of("POST", "/bans", CONSOLE).plain("network", "none"),
                    Route.of("POST", "/bans/{id}/lift", CONSOLE).plain("id", "none"));

    private Matrix() {}
}
