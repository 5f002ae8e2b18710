package za.co.spikedata.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.format.Banks;

class CompiledBanksTest {
    @Test
    void sayAllThatTheFilesSay() throws IOException {
        Banks banks = BankFiles.shipped();
        var compiled = new ByteArrayOutputStream();
        CompiledBanks.write(banks, compiled);

        Banks read = CompiledBanks.read(new ByteArrayInputStream(compiled.toByteArray()));

        assertThat(banks.all()).isNotEmpty();
        assertThat(read).isEqualTo(banks);
    }

    @Test
    void areReadFromTheirFilesWhereNoneAreCompiled() {
        assertThat(CompiledBanks.shipped()).isEqualTo(BankFiles.shipped());
    }
}
