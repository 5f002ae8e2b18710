package za.co.spikedata.engine.format;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import za.co.spikedata.engine.model.StatementType;

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
    public record Label(Optional<Bank> bank, String format, List<String> candidates) {
        /** Exactly one declared layout fits. */
        public boolean isKnown() {
            return candidates.size() == 1;
        }
    }

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
        String letters = letters(text);
        List<Bank> named =
                all.stream()
                        .filter(bank ->
                                bank.names().stream()
                                        .anyMatch(name -> letters.contains(letters(name))))
                        .toList();
        List<Bank> longest = longest(named, letters);
        List<String> candidates =
                longest.stream()
                        .flatMap(bank -> bank.formats().stream())
                        .filter(format -> format.type() == type)
                        .filter(format ->
                                format.marks().stream()
                                        .allMatch(mark -> letters.contains(letters(mark))))
                        .map(Format::id)
                        .toList();
        Optional<Bank> bank =
                longest.size() == 1 ? Optional.of(longest.getFirst()) : Optional.empty();
        String generic = bank.map(each -> GENERIC + "_" + each.code()).orElse(GENERIC);
        return new Label(
                bank, candidates.size() == 1 ? candidates.getFirst() : generic, candidates);
    }

    /** Of banks whose names hold one another, the one with the longest is meant. */
    private static List<Bank> longest(List<Bank> named, String letters) {
        int most = named.stream().mapToInt(bank -> length(bank, letters)).max().orElse(0);
        return named.size() < 2
                ? named
                : named.stream().filter(bank -> length(bank, letters) == most).toList();
    }

    private static int length(Bank bank, String letters) {
        return bank.names().stream()
                .map(Banks::letters)
                .filter(letters::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
