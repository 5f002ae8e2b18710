package za.co.spikedata.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.openapi.Says;
import za.co.spikedata.openapi.Shape;
import za.co.spikedata.statements.ProgramDocuments.Known;
import za.co.spikedata.statements.State;

/** A document as programs are told of it. */
@Shape("Document")
record DocumentView(
        UUID id,
        String name,
        long bytes,
        Instant created,
        State state,
        @Says("Why it is locked or refused.") Optional<String> reason,
        Optional<Verdict> verdict,
        Optional<Integer> transactions,
        @Says("Where its result is.") Optional<String> result,
        Optional<Progress> progress) {
    /** How far the stage is, in units of its own. */
    record Progress(String stage, int done, int of) {}

    /** Part of a list. */
    record Page(
            List<DocumentView> documents,
            @Says("Absent on the last page.") Optional<String> next) {}

    /** Of one that is deleted, nothing is told but that. */
    record Gone(UUID id) {}

    static DocumentView of(Known document) {
        return new DocumentView(
                document.id(),
                document.name(),
                document.bytes(),
                document.created(),
                document.state(),
                document.reason().map(DocumentView::word),
                document.verdict(),
                document.verdict().map(_ -> document.transactions()),
                document.verdict().map(_ -> path(document) + "/result"),
                document.stage()
                        .map(stage -> new Progress(word(stage), document.done(), document.of())));
    }

    static Page page(List<Known> documents, Optional<String> next) {
        return new Page(documents.stream().map(DocumentView::of).toList(), next);
    }

    /** Whether more is to come without anybody's doing. */
    static boolean isUnderWay(Known document) {
        return document.state() == State.WAITING || document.state() == State.READING;
    }

    static String path(Known document) {
        return "/v7/documents/" + document.id();
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
