package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * What the lines above an account's first row call it.
 *
 * @param kind of account, where a line says nothing but that
 */
record AccountTitle(Optional<String> number, Optional<String> kind) {
    private static final Set<String> KINDS =
            Set.of(
                    "checking",
                    "cheque",
                    "current",
                    "transmission",
                    "savings",
                    "saving",
                    "moneymarket",
                    "creditcard",
                    "homeloan",
                    "personalloan",
                    "fixeddeposit",
                    "tjek",
                    "spaar",
                    "lopende",
                    "girokonto",
                    "sparkonto",
                    "tagesgeldkonto",
                    "comptecourant",
                    "comptecheques",
                    "livreta",
                    "cuentacorriente",
                    "cuentadeahorros",
                    "contacorrente",
                    "contapoupanca");

    private static final Set<String> AROUND =
            Set.of("account", "rekening", "summary", "opsomming", "statement", "your", "my");

    /** Of the lines from one and up to the first row. */
    static AccountTitle below(List<TokenLine> lines, int start) {
        int end = start;
        while (end < lines.size() && !lines.get(end).isRow()) {
            end++;
        }
        List<TokenLine> head = lines.subList(start, end);
        return new AccountTitle(
                head.stream().map(About::accountIn).flatMap(Optional::stream).findFirst(),
                head.stream().map(AccountTitle::kind).flatMap(Optional::stream).findFirst());
    }

    private static Optional<String> kind(TokenLine line) {
        var letters = new StringBuilder();
        line.words().stream()
                .map(word -> Vocabulary.letters(word.text()))
                .filter(word -> !AROUND.contains(word))
                .forEach(letters::append);
        return Optional.of(letters.toString()).filter(KINDS::contains);
    }

    boolean isNothing() {
        return number.isEmpty() && kind.isEmpty();
    }

    /** The two are surely titles of two accounts. */
    boolean isApartFrom(AccountTitle other) {
        if (number.isPresent() && other.number.isPresent()) {
            return AccountStarts.isOther(number.get(), other.number.get());
        }
        return kind.isPresent() && other.kind.isPresent() && !kind.equals(other.kind);
    }
}
