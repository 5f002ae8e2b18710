package za.co.spikedata.statements;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.retention.Receipts;
import za.co.spikedata.signing.Jws;
import za.co.spikedata.signing.Signatures;
import za.co.spikedata.statements.files.SignedResult;
import za.co.spikedata.statements.view.CheckedView;
import za.co.spikedata.statements.view.CheckedView.Line;
import za.co.spikedata.statements.view.Said;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenant;

/**
 * Tells whether a portal signed a file: a result or a receipt of a deletion. What another portal
 * signed is as unknown here as what nobody did.
 */
@Component
class Checking {
    /** Longer ones are no receipts. */
    private static final int LONGEST_RECEIPT = 16_384;

    private final Signatures signatures;

    Checking(Signatures signatures) {
        this.signatures = signatures;
    }

    CheckedView of(Tenant tenant, String text) {
        return result(tenant, text)
                .or(() -> receipt(tenant, text))
                .orElseGet(() ->
                        CheckedView.refused(
                                SignedResult.isSigned(text)
                                        ? "verify.changed"
                                        : "verify.unsigned"));
    }

    private Optional<CheckedView> result(Tenant tenant, String text) {
        return SignedResult.verified(text, signatures.published())
                .filter(signed -> isOf(tenant, signed.provenance().issuer()))
                .flatMap(signed ->
                        switch (signed.result()) {
                            case ReadResult.Read read -> Optional.of(view(signed, read));
                            case ReadResult.Unreadable _ -> Optional.empty();
                        });
    }

    private static CheckedView view(SignedResult signed, ReadResult.Read read) {
        var provenance = signed.provenance();
        int rows = read.statements().stream().mapToInt(each -> each.transactions().size()).sum();
        var facts = new ArrayList<Line>();
        facts.add(line("issuer", provenance.issuer()));
        facts.add(line("received", Dates.minute(Instant.parse(provenance.receivedAt()))));
        facts.add(
                new Line(
                        "verify.fact.rows",
                        Said.of("verify.rows", rows, read.statements().size()),
                        false));
        facts.add(line("engine", provenance.engine()));
        if (!provenance.sha256().isEmpty()) {
            facts.add(code("sha256", provenance.sha256()));
        }
        return new CheckedView(
                Said.of("verify.result"), true, ResultViews.tone(read.verdict()), facts);
    }

    private Optional<CheckedView> receipt(Tenant tenant, String text) {
        var compact = text.strip();
        if (compact.length() > LONGEST_RECEIPT) {
            return Optional.empty();
        }
        return Jws.verified(compact, Receipts.TYPE, signatures.published())
                .map(JsonMapper.shared()::readTree)
                .filter(claims -> isOf(tenant, text(claims, "iss")))
                .map(Checking::view);
    }

    private static CheckedView view(JsonNode claims) {
        var facts = new ArrayList<Line>();
        facts.add(line("issuer", text(claims, "iss")));
        facts.add(line("when", Dates.minute(Instant.parse(text(claims, "completed")))));
        facts.add(new Line("receipt.what", Said.of("receipt.kind." + text(claims, "kind")), false));
        facts.add(
                new Line(
                        "receipt.why",
                        Said.of("receipt.rule." + text(claims, "rule").toUpperCase(Locale.ROOT)),
                        false));
        facts.add(code("subject", text(claims, "sub")));
        if (claims.has("sha256")) {
            facts.add(code("sha256", text(claims, "sha256")));
        }
        return new CheckedView(Said.of("verify.receipt"), true, null, List.copyOf(facts));
    }

    private static boolean isOf(Tenant tenant, String issuer) {
        return Optional.ofNullable(URI.create(issuer).getHost())
                .filter(tenant.allHosts()::contains)
                .isPresent();
    }

    private static Line line(String key, String value) {
        return new Line("verify.fact." + key, Said.of("verify.plain", value), false);
    }

    private static Line code(String key, String value) {
        return new Line("verify.fact." + key, Said.of("verify.plain", value), true);
    }

    private static String text(JsonNode claims, String name) {
        var value = claims.get(name);
        return value == null ? "" : value.asString();
    }
}
