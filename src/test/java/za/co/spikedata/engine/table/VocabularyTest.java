package za.co.spikedata.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.engine.table.Vocabulary.Name;

class VocabularyTest {
    @ParameterizedTest
    @CsvSource({
        "次月繰越, CARRIED",
        "翌月繰越, CARRIED",
        "次期繰越, CARRIED",
        "前月繰越, OPENING",
        "繰越, FORWARD",
        "Oorgedra, CARRIED",
        "Saldo oorgedra vanaf bladsy 1, FORWARD"
    })
    void tellsWhatIsCarriedOnFromWhatIsBroughtForward(String printed, Name name) {
        assertThat(Vocabulary.nameOf(printed)).isEqualTo(name);
    }
}
