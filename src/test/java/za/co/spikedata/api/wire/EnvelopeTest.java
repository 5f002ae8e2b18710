package za.co.spikedata.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.co.spikedata.api.wire.Found.About;
import za.co.spikedata.api.wire.Found.Block;
import za.co.spikedata.api.wire.Found.Break;
import za.co.spikedata.api.wire.Found.Row;
import za.co.spikedata.api.wire.Found.Section;
import za.co.spikedata.api.wire.Outcome.Details;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.StatementType;

/** Every code and every type in every form, held to approved answers. */
class EnvelopeTest {
    private static final UUID REQUEST = new UUID(0x4000L, 0x8000_0000_0000_0001L);
    private static final Credit CREDIT = new Credit(99_989, 10);
    private static final Set<Code> OF_CSV =
            EnumSet.of(
                    Code.CSV_STATEMENT,
                    Code.CSV_UNKNOWN,
                    Code.CSV_MULTIPLE_PARSERS,
                    Code.CSV_INVALID_DATA,
                    Code.CSV_EXCEPTION);

    /** One outcome, by a name. */
    record Case(String name, Outcome outcome) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        var read =
                Stream.of(StatementType.values())
                        .map(type -> new Case(type.name(), new Outcome.Read(found(type, true))));
        var broken =
                Stream.of(StatementType.RUNNING_BALANCE, StatementType.CARD_BREAKDOWN)
                        .map(type ->
                                new Case(
                                        type.name() + "-BROKEN",
                                        new Outcome.Read(found(type, false))));
        var contradicted =
                Stream.of(
                        new Case(
                                Code.INVALID_DATA.name(),
                                new Outcome.Contradicted(found(StatementType.NO_BALANCE, true))));
        var failed =
                Stream.of(Code.values())
                        .filter(code -> !code.isSuccess() && !OF_CSV.contains(code))
                        .filter(code -> code != Code.INVALID_DATA)
                        .map(code ->
                                new Case(code.name(), new Outcome.Failed(code, details(code))));
        return Stream.of(read, broken, contradicted, failed).flatMap(each -> each);
    }

    private static Details details(Code code) {
        return switch (code) {
            case INVALID_INPUTS -> new Details.Sentences(List.of("\"file\" is missing."));
            case AUTO_DETECT -> new Details.Pattern("broken-encoding-auto", "No letters.");
            case UNSUPPORTED_PDF -> new Details.Document("Invoice", "It is no statement.");
            case MULTIPLE_PARSERS -> new Details.Layouts(List.of("FNB_6", "FNB_8"));
            default -> new Details.None();
        };
    }

    /** All forms of one outcome, one a line. */
    static String answers(Outcome outcome) {
        var envelope = new Envelope(REQUEST, outcome, CREDIT);
        var text = new StringBuilder();
        for (var form : EnumSet.complementOf(EnumSet.of(Form.CSV))) {
            text.append(form)
                    .append(' ')
                    .append(new String(envelope.write(form), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWrittenAsApproved(Case each) throws IOException {
        try (InputStream in =
                EnvelopeTest.class.getResourceAsStream(each.name() + ".approved.txt")) {
            assertThat(in).as("an approved answer").isNotNull();
            assertThat(answers(each.outcome()))
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void tellsOlderClientsOnlyIdsTheyKnow() {
        var generic =
                new Found(
                        StatementType.RUNNING_BALANCE,
                        authenticity(),
                        List.of(),
                        List.of(block("GENERIC_FNB", StatementType.RUNNING_BALANCE, true)));

        assertThat(Form.PDF1.code(Form.PDF1.told(new Outcome.Read(generic))))
                .isEqualTo(Code.UNKNOWN_PDF);
        assertThat(Form.PDF2.code(Form.PDF2.told(new Outcome.Read(generic))))
                .isEqualTo(Code.STATEMENT_COMMON);
    }

    @Test
    void tellsTheAmountOfEveryBreak() {
        var sound = block("FNB_6", StatementType.RUNNING_BALANCE, true);
        var brought = sound.rows().getFirst();
        var broken =
                new Block(
                        "FNB_6",
                        sound.about(),
                        sound.rows(),
                        false,
                        List.of(new Break.OfBalance(sound.rows().get(1), brought, Money.ZERO)),
                        List.of());
        var found =
                new Found(
                        StatementType.RUNNING_BALANCE, authenticity(), List.of(), List.of(broken));

        assertThat(brought.amount()).isEmpty();
        assertThat(answers(new Outcome.Read(found))).contains("\"amount\":0,\"diff\":0");
    }

    private static Found found(StatementType type, boolean valid) {
        var parser =
                switch (type) {
                    case RUNNING_BALANCE -> "FNB_6";
                    case NO_BALANCE -> "NEDBANK_ACCBAL_WEB";
                    case CARD_SIMPLE -> "FNB_CREDITCARD_ALL_0";
                    case CARD_BREAKDOWN -> "ABSA_CREDITCARD_EMAIL_0";
                    case CARD_MULTI_HOLDER -> "STANDARDBANK_CREDITCARD";
                };
        var block = block(parser, type, valid);
        return new Found(
                type,
                authenticity(),
                List.of(),
                type == StatementType.CARD_MULTI_HOLDER ? List.of(block, block) : List.of(block));
    }

    private static Authenticity authenticity() {
        return new Authenticity(Authenticity.Kind.ORIGINAL, Optional.empty(), 1, List.of());
    }

    private static Block block(String parser, StatementType type, boolean valid) {
        boolean hasBalance = type == StatementType.RUNNING_BALANCE;
        boolean isInSections =
                type == StatementType.CARD_BREAKDOWN || type == StatementType.CARD_MULTI_HOLDER;
        var category = isInSections ? Optional.of("Purchases") : Optional.<String>empty();
        var brought =
                new Row(
                        1,
                        LocalDate.of(2024, 12, 31),
                        Optional.empty(),
                        List.of("Balance brought forward"),
                        Optional.empty(),
                        Optional.of(new Money(1_000_00)),
                        Optional.empty());
        var first =
                new Row(
                        hasBalance ? 2 : 1,
                        LocalDate.of(2025, 1, 2),
                        isInSections ? Optional.of(LocalDate.of(2025, 1, 3)) : Optional.empty(),
                        List.of("Groceries", "Card 1234"),
                        Optional.of(new Money(-1_000_00)),
                        hasBalance ? Optional.of(Money.ZERO) : Optional.empty(),
                        category);
        var second =
                new Row(
                        hasBalance ? 3 : 2,
                        LocalDate.of(2025, 1, 4),
                        Optional.empty(),
                        List.of("Salary \"January\""),
                        Optional.of(new Money(74_407_16)),
                        hasBalance
                                ? Optional.of(new Money(valid ? 74_407_16 : 74_407_26))
                                : Optional.empty(),
                        category);
        var about =
                new About(
                        "FNB",
                        "62-000*1",
                        Optional.of("Cheque Account"),
                        Optional.of("41"),
                        Optional.of(LocalDate.of(2025, 1, 31)),
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 1, 31),
                        List.of("N Nobody", "1 Nowhere Street"),
                        Optional.of(new Money(1_000_00)),
                        Optional.of(new Money(74_407_16)));
        List<Break> breaks =
                valid
                        ? List.of()
                        : hasBalance
                                ? List.of(new Break.OfBalance(first, second, new Money(10)))
                                : List.of(
                                        new Break.OfSection(
                                                "Purchases",
                                                new Money(73_407_26),
                                                new Money(73_407_16)));
        return new Block(
                parser,
                about,
                hasBalance ? List.of(brought, first, second) : List.of(first, second),
                valid,
                breaks,
                isInSections ? List.of(new Section("Purchases", new Money(73_407_16))) : List.of());
    }
}
