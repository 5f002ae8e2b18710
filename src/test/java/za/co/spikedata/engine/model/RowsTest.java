package za.co.spikedata.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Place FIRST = new Place(7, new Box(10, 20.5, 30, 8));
    private static final Place BESIDE = new Place(7, new Box(200.25, 20.5, 40, 8));
    private static final Place BELOW = new Place(8, new Box(10, 30.5, 30, 8));

    @Test
    void givesBackEveryRowAsItWas() {
        List<Transaction> rows = List.of(full(1), bare(2), full(3));

        assertThat(Rows.of(rows)).isEqualTo(rows);
    }

    @Test
    void countsJoinedRowsOn() {
        Rows joined =
                Rows.joined(List.of(Rows.of(List.of(full(1), bare(2))), Rows.of(List.of(bare(1)))));

        assertThat(joined).isEqualTo(List.of(full(1), bare(2), bare(3)));
    }

    private static Transaction full(int id) {
        return new Transaction(
                id,
                LocalDate.of(2025, 12, 31),
                Optional.of(LocalDate.of(2026, 1, 2)),
                List.of("KAREE FOODS \u00e9", "Not in a cell"),
                Money.ofThousandths(-1_234_505),
                Optional.of(Money.ofThousandths(-1_005)),
                Optional.of(Money.ofThousandths(987_654_321)),
                Optional.of("Food"),
                List.of(
                        new Cell(Cell.Column.DESCRIPTION, "KAREE FOODS \u00e9", FIRST),
                        new Cell(Cell.Column.AMOUNT, "1,234.505-", BESIDE),
                        new Cell(Cell.Column.BALANCE, "987,654.321", BELOW)));
    }

    private static Transaction bare(int id) {
        return new Transaction(
                id,
                LocalDate.of(1999, 1, 1),
                Optional.empty(),
                List.of(),
                new Money(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
