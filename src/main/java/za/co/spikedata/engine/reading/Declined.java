package za.co.spikedata.engine.reading;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * Tells rows of what was asked of an account and refused, which move nothing. What is paid for a
 * refusal, or comes back after one, does.
 */
final class Declined {
    private static final Set<String> WORDS =
            Set.of(
                    "declined",
                    "unsuccessful",
                    "afgekeur",
                    "afgewys",
                    "onsuksesvol",
                    "onsuksesvolle",
                    "abgelehnt",
                    "geweigerd",
                    "rechazado",
                    "rechazada",
                    "recusado",
                    "recusada");

    /** A fee for it, or its return. */
    private static final Set<String> MOVING =
            Set.of(
                    "fee",
                    "fees",
                    "charge",
                    "charges",
                    "penalty",
                    "fooi",
                    "fooie",
                    "koste",
                    "kosten",
                    "gebuhr",
                    "gebuhren",
                    "comision",
                    "tarifa",
                    "taxa",
                    "rev",
                    "reversal",
                    "reversed",
                    "return",
                    "returned",
                    "refund",
                    "refunded",
                    "teruggestuur",
                    "terugskrywing",
                    "terugbetaling",
                    "omskrywing",
                    "storno",
                    "devolucion",
                    "devolucao",
                    "estorno");

    private Declined() {}

    static boolean says(Step step) {
        RowLine row = step.row();
        TokenLine line = row.tokens();
        Set<String> words =
                row.words().stream()
                        .map(word -> Vocabulary.letters(line.words().get(word).text()))
                        .collect(Collectors.toSet());
        return step.amount().isNegative()
                && !Collections.disjoint(words, WORDS)
                && Collections.disjoint(words, MOVING);
    }
}
