package za.co.spikedata.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import za.co.spikedata.bench.fuzz.FuzzTarget;

/** Any bytes as the file of a bank: its banks, or its mistakes. */
public final class BankFilesFuzz implements FuzzTarget {
    @Override
    public void read(byte[] input) {
        var mistakes = new ArrayList<String>();
        BankFiles.parse(Map.of("a.yml", new String(input, StandardCharsets.UTF_8)), mistakes);
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                """
                bank: ABC
                issuer: A Bank
                names: [A Bank, &b "The A"]
                originals: ["*maker*"]
                formats:
                  - id: ABC_ONE
                    type: RUNNING_BALANCE
                    marks: [one, *b]
                """
                        .getBytes(StandardCharsets.UTF_8));
    }
}
