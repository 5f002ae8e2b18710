package za.co.spikedata.statements;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.statements.view.DocumentRow;
import za.co.spikedata.statements.view.ProgressView;
import za.co.spikedata.statements.view.Said;
import za.co.spikedata.statements.view.Tone;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Fields;
import za.co.spikedata.vault.Vault;

/** Documents as lists show them. */
@Component
class Rows {
    private static final int STAGES = Progress.Stage.values().length;

    private final Vault vault;

    Rows(Vault vault) {
        this.vault = vault;
    }

    /** All of them with one look into the vault. */
    List<DocumentRow> of(TenantId tenant, List<Document> documents) {
        var names = names(tenant, documents);
        return IntStream.range(0, documents.size())
                .mapToObj(at -> row(documents.get(at), names.get(at)))
                .toList();
    }

    DocumentRow of(TenantId tenant, Document document) {
        return row(document, name(tenant, document));
    }

    String name(TenantId tenant, Document document) {
        return name(document, vault.fields(tenant, document.vault()));
    }

    /** Of all of them with one look into the vault, in their order. */
    List<String> names(TenantId tenant, List<Document> documents) {
        var fields = vault.fields(tenant, documents.stream().map(Document::vault).toList());
        return documents.stream()
                .map(each -> name(each, Optional.ofNullable(fields.get(each.vault()))))
                .toList();
    }

    private static DocumentRow row(Document document, String name) {
        var tone = tone(document);
        return new DocumentRow(
                document.id().toString(),
                document.upload().toString(),
                name,
                !name.isEmpty(),
                tone,
                sentence(document, tone),
                document.state() == State.REFUSED
                        ? Said.of("reason." + document.reason().orElse("UNEXPECTED") + ".remedy")
                        : null,
                progress(document),
                Figures.size(document.bytes()),
                Dates.minute(document.created().toInstant()),
                document.created().toString());
    }

    private static String name(Document document, Optional<Fields> known) {
        return known.map(fields -> fields.unseal(Uploads.NAME, document.sealedName()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static Tone tone(Document document) {
        return switch (document.state()) {
            case WAITING -> Tone.WAITING;
            case READING -> Tone.READING;
            case LOCKED -> Tone.LOCKED;
            case REFUSED -> Tone.REFUSED;
            case DONE ->
                    switch (document.verdict().orElseThrow()) {
                        case PROVEN -> Tone.PROVEN;
                        case UNPROVEN -> Tone.UNPROVEN;
                        case CONTRADICTED -> Tone.CONTRADICTED;
                    };
        };
    }

    private static Said sentence(Document document, Tone tone) {
        return switch (tone) {
            case WAITING, READING -> Said.of("row." + tone);
            case LOCKED -> Said.of(document.isWrongPassword() ? "row.LOCKED.wrong" : "row.LOCKED");
            case REFUSED -> Said.of("reason." + document.reason().orElse("UNEXPECTED"));
            case PROVEN, UNPROVEN, CONTRADICTED -> Said.of("row." + tone, document.transactions());
        };
    }

    private static @Nullable ProgressView progress(Document document) {
        if (document.state() != State.WAITING && document.state() != State.READING) {
            return null;
        }
        if (document.stage().isEmpty()) {
            return new ProgressView(Said.of("progress.WAITING"), 0, 0, 0);
        }
        var stage = Progress.Stage.valueOf(document.stage().get());
        int of = document.of();
        int within = of == 0 ? 0 : 100 * document.done() / of;
        int percent = Math.min(99, (100 * stage.ordinal() + within) / STAGES);
        return new ProgressView(
                Said.of("progress." + stage, document.done(), of), document.done(), of, percent);
    }
}
