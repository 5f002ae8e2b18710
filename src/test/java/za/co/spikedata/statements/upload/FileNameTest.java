package za.co.spikedata.statements.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void dropsFolders() {
        assertThat(FileName.of("C:\\Users\\me\\may.pdf").value()).isEqualTo("may.pdf");
        assertThat(FileName.of("../../etc/passwd").value()).isEqualTo("passwd");
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(FileName.of("may\u202Efdp.exe\u0000\n.pdf").value()).isEqualTo("mayfdp.exe.pdf");
    }

    @Test
    void keepsLettersOfEveryScript() {
        assertThat(FileName.of("état 2026 – 明細.pdf").value()).isEqualTo("état 2026 – 明細.pdf");
    }

    @Test
    void shortensToTwoHundredCharactersAndKeepsTheEnding() {
        var name = FileName.of("x".repeat(500) + ".pdf").value();

        assertThat(name).hasSize(200).endsWith("….pdf");
    }
}
