package za.co.spikedata.api.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.StatementType;

/**
 * A statement as the contract knows it: money out is negative, also on cards.
 *
 * @param candidates ids of the known layouts that claim it, when there are several
 * @param blocks one, or one for each holder of a card
 */
public record Found(
        StatementType type,
        Authenticity authenticity,
        List<String> candidates,
        List<Block> blocks) {
    public Found {
        candidates = List.copyOf(candidates);
        blocks = List.copyOf(blocks);
    }

    /** The same, of which nothing is called valid. */
    Found doubted() {
        return new Found(
                type,
                authenticity,
                candidates,
                blocks.stream()
                        .map(each ->
                                new Block(
                                        each.parser(),
                                        each.about(),
                                        each.rows(),
                                        false,
                                        each.breaks(),
                                        each.sections()))
                        .toList());
    }

    /** Whose statement it is, and of which days. */
    public record About(
            String bank,
            String account,
            Optional<String> accountType,
            Optional<String> statementNumber,
            Optional<LocalDate> issuedOn,
            LocalDate from,
            LocalDate to,
            List<String> nameAddress,
            Optional<Money> opening,
            Optional<Money> closing) {
        public About {
            nameAddress = List.copyOf(nameAddress);
        }

        @Override
        public String toString() {
            return "About[" + bank + "]";
        }
    }

    /** One printed row; without an amount it is a balance brought forward. */
    public record Row(
            int id,
            LocalDate date,
            Optional<LocalDate> processed,
            List<String> description,
            Optional<Money> amount,
            Optional<Money> balance,
            Optional<String> category) {
        public Row {
            description = List.copyOf(description);
        }

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** Where something does not add up. */
    public sealed interface Break {
        /** A balance that does not follow from the row before it. */
        record OfBalance(Row before, Row row, Money difference) implements Break {}

        /** A section whose rows do not make its printed total. */
        record OfSection(String category, Money printed, Money sum) implements Break {}
    }

    /** A section of a card statement. */
    public record Section(String category, Money total) {}

    /** One account's rows, or one holder's. */
    public record Block(
            String parser,
            About about,
            List<Row> rows,
            boolean valid,
            List<Break> breaks,
            List<Section> sections) {
        public Block {
            rows = List.copyOf(rows);
            breaks = List.copyOf(breaks);
            sections = List.copyOf(sections);
        }
    }
}
