package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.model.ReadResult;

class FrontTest {
    private static final String PROSE = "These terms hold for all that we do for whom we serve\n";

    @Test
    void speaksForLaterAccountsBehindLongProse() {
        String paper =
                """
                Terms of 01/04/2024 hold
                %s
                Mr J Dlamini
                12 Long Street
                Cape Town
                8001

                Statement period: 01/03/2025 to 31/03/2025
                %s
                %s
                """
                        .formatted(PROSE.repeat(100), account(1002003004), account(1002003005));

        var read =
                (ReadResult.Read)
                        new Assembler(
                                        Banks.NONE,
                                        new Origin(Optional.empty(), Optional.empty()),
                                        List.of())
                                .assemble(List.of(Paper.of(paper).page(1)));

        assertThat(read.statements())
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.transactions().getFirst().date()).hasYear(2025);
                    assertThat(each.holder()).first().isEqualTo("Mr J Dlamini");
                });
    }

    private static String account(int number) {
        return """
        Account number %d
        Date        Description                         Amount      Balance
                    Opening balance                                1,000.00
        02 Mar      FUEL                               -100.00       900.00
        05 Mar      SALARY                              500.00     1,400.00
                    Closing balance                                1,400.00

        """
                .formatted(number);
    }
}
