package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    @DisplayName("INJ-01 INJ-04 what people type as a line neither breaks nor turns")
    void keepsOnlyWhatIsSeen() {
        assertThat(OneLine.of(" Naledi\r\nBcc: x\u2028y\u0000 ")).isEqualTo("Naledi  Bcc: x y");
        assertThat(OneLine.of("gpj.\u202efdp\u202c\u2066z\u2069\u200f\u061c"))
                .isEqualTo("gpj.fdpz");
        assertThat(OneLine.of("Zo\u00eb \u05d0\u05d1 \ud83d\udc22"))
                .isEqualTo("Zo\u00eb \u05d0\u05d1 \ud83d\udc22");
    }
}
