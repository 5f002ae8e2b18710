package za.co.spikedata.engine.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** The type of statements of a layout, where it is declared. */
    public Optional<StatementType> type(String format) {
        return owner(format).stream()
                .flatMap(bank -> bank.formats().stream())
                .filter(each -> each.id().equals(format))
                .map(Format::type)
                .findFirst();
    }

    /**
     * A card's layout for several holders is that of a paper with one holder too.
     *
     * @param head of the paper, above its rows: there a bank names itself, and payees do not
     * @param text of the paper around the rows, the head included
     */
    public Label label(String head, String text, StatementType type) {
        var around = new Named(text);
        List<Bank> named = named(new Named(head), Bank::names);
        if (named.isEmpty()) {
            named = named(around, Bank::names);
        }
        if (named.isEmpty()) {
            named = named(around, Bank::headings);
        }
        List<String> own = fitting(named, around, type);
        boolean isCard = type == StatementType.CARD_SIMPLE || type == StatementType.CARD_BREAKDOWN;
        List<String> candidates =
                own.isEmpty() && isCard
                        ? fitting(named, around, StatementType.CARD_MULTI_HOLDER)
                        : own;
        Optional<Bank> bank = named.stream().findFirst();
        String generic = bank.map(each -> GENERIC + "_" + each.code()).orElse(GENERIC);
        return new Label(
                bank, candidates.size() == 1 ? candidates.getFirst() : generic, candidates);
    }

    private static List<String> fitting(List<Bank> banks, Named text, StatementType type) {
        return banks.stream()
                .flatMap(bank -> bank.formats().stream())
                .filter(format -> format.type() == type && format.fits(text.letters()))
                .map(Format::id)
                .toList();
    }

    /** The bank named first; of those whose names hold one another, the longest is meant. */
    private List<Bank> named(Named text, Function<Bank, List<String>> names) {
        return all.stream()
                .flatMap(bank -> names.apply(bank).stream().flatMap(name -> hit(text, bank, name)))
                .min(
                        Comparator.comparingInt(Hit::at)
                                .thenComparing(Comparator.comparingInt(Hit::length).reversed()))
                .map(first -> longest(text, first, names))
                .stream()
                .toList();
    }

    private Bank longest(Named text, Hit first, Function<Bank, List<String>> names) {
        return all.stream()
                .flatMap(bank -> names.apply(bank).stream().flatMap(name -> hit(text, bank, name)))
                .filter(hit -> hit.letters().contains(first.letters()))
                .max(Comparator.comparingInt(Hit::length))
                .orElse(first)
                .bank();
    }

    private static Stream<Hit> hit(Named text, Bank bank, String name) {
        int at = text.find(name);
        return at < 0 ? Stream.empty() : Stream.of(new Hit(bank, Vocabulary.letters(name), at));
    }

    /** A bank's name and where it stands. */
    private record Hit(Bank bank, String letters, int at) {
        int length() {
            return letters.length();
        }
    }
}
