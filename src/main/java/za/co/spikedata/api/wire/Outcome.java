package za.co.spikedata.api.wire;

import java.util.List;

/** What became of a request, the same for every form of the answer. */
public sealed interface Outcome {
    /** A statement was read. */
    record Read(Found found) implements Outcome {}

    /** Rows were read that contradict each other. */
    record Contradicted(Found partial) implements Outcome {}

    /** Nothing was read. */
    record Failed(Code code, Details details) implements Outcome {
        public Failed(Code code) {
            this(code, new Details.None());
        }
    }

    /** What a failure says beside its code. */
    sealed interface Details {
        record None() implements Details {}

        /** Sentences about the request. */
        record Sentences(List<String> all) implements Details {
            public Sentences {
                all = List.copyOf(all);
            }
        }

        /** A pattern that is never processed. */
        record Pattern(String type, String message) implements Details {}

        /** A document that is no statement. */
        record Document(String name, String notes) implements Details {}

        /** Layouts that claim the statement. */
        record Layouts(List<String> ids) implements Details {
            public Layouts {
                ids = List.copyOf(ids);
            }
        }
    }
}
