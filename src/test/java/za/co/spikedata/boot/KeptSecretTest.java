package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretTest {
    private static final int STARTS = 4;
    private static final int ROUNDS = 50;
    private static final int LENGTH = 32;

    @TempDir private Path folder;

    @Test
    @DisplayName("ENC-05 of many first starts at once all seal with the one key that is kept")
    void isTheSameForAllThatMakeItAtOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(STARTS)) {
            for (int round = 0; round < ROUNDS; round++) {
                var file = folder.resolve(round + "/master.key");
                var together = new CyclicBarrier(STARTS);
                Callable<String> start =
                        () -> {
                            together.await();
                            return text(KeptSecret.in(file, LENGTH));
                        };
                for (var got : pool.invokeAll(Collections.nCopies(STARTS, start))) {
                    assertThat(Files.readString(file, StandardCharsets.US_ASCII))
                            .isEqualTo(got.get());
                }
                try (var names = Files.list(file.getParent())) {
                    assertThat(names).containsExactly(file);
                }
            }
        }
    }

    private static String text(byte[] secret) {
        return Base64.getEncoder().encodeToString(secret);
    }
}
