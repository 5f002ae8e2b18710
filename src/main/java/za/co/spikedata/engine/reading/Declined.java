package za.co.spikedata.engine.reading;

import java.util.Set;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/** Tells rows of what was asked of an account and refused, which move nothing. */
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

    private Declined() {}

    static boolean says(RowLine row) {
        TokenLine line = row.tokens();
        return row.words().stream()
                .map(word -> Vocabulary.letters(line.words().get(word).text()))
                .anyMatch(WORDS::contains);
    }
}
