package za.co.spikedata.engine.model;

import java.util.Comparator;
import java.util.List;

/** What became of a PDF. */
public sealed interface ReadResult {
    Trace trace();

    /** At least one statement was read; each is proven alone. */
    record Read(int pages, List<Statement> statements, Authenticity authenticity, Trace trace)
            implements ReadResult {
        public Read {
            statements = List.copyOf(statements);
            if (statements.isEmpty()) {
                throw new IllegalArgumentException("Expected at least one statement");
            }
        }

        /** The same for whoever is told nothing of how the file was made. */
        public Read withoutFindings() {
            return new Read(pages, statements, Authenticity.UNTOLD, trace);
        }

        /** The worst verdict of its statements. */
        public Verdict verdict() {
            return statements.stream()
                    .map(statement -> statement.proof().verdict())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** No statement could be read. */
    record Unreadable(Reason reason, Trace trace) implements ReadResult {}
}
