package za.co.spikedata.engine.format;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.table.Vocabulary;

/** The declared banks, and which of them and of their layouts a paper is. */
public record Banks(List<Bank> all) {
    /** Knows no bank: every statement goes without a label. */
    public static final Banks NONE = new Banks(List.of());

    private static final String GENERIC = "GENERIC";

    public Banks {
        all = List.copyOf(all);
    }

    /**
     * What a paper is called.
     *
     * @param bank empty when no declared bank names itself on it
     * @param format id of the one layout it is; {@code GENERIC_} and the bank's code, or {@code
     *     GENERIC}, when it is none
     * @param candidates layouts that fit; more than one is an ambiguity, and then none is chosen
     */
    public record Label(Optional<Bank> bank, String format, List<String> candidates) {}

    /** The bank that declares a layout. */
    public Optional<Bank> owner(String format) {
        return all.stream()
                .filter(bank -> bank.formats().stream().anyMatch(each -> each.id().equals(format)))
                .findFirst();
    }

    /**
     * @param text of the paper around the rows
     */
    public Label label(String text, StatementType type) {
        String letters = Vocabulary.letters(text);
        List<Bank> longest = longest(letters);
        List<String> candidates =
                longest.stream()
                        .flatMap(bank -> bank.formats().stream())
                        .filter(format -> format.type() == type)
                        .filter(format ->
                                format.marks().stream()
                                        .allMatch(
                                                mark -> letters.contains(Vocabulary.letters(mark))))
                        .map(Format::id)
                        .toList();
        Optional<Bank> bank =
                longest.size() == 1 ? Optional.of(longest.getFirst()) : Optional.empty();
        String generic = bank.map(each -> GENERIC + "_" + each.code()).orElse(GENERIC);
        return new Label(
                bank, candidates.size() == 1 ? candidates.getFirst() : generic, candidates);
    }

    /** Banks that name themselves; of those whose names hold one another, the longest is meant. */
    private List<Bank> longest(String letters) {
        int most = all.stream().mapToInt(bank -> length(bank, letters)).max().orElse(0);
        return all.stream().filter(bank -> most > 0 && length(bank, letters) == most).toList();
    }

    private static int length(Bank bank, String letters) {
        return bank.names().stream()
                .map(Vocabulary::letters)
                .filter(letters::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
