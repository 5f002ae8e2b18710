package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "naledi@example.com",
                "n.m+bank_1@mail.example.co.za",
                "o'brien@example.com",
                "root@localhost",
                "jos\u00e9@ex\u00e4mple.com",
                "\u043f\u043e\u0447\u0442\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.com",
                "\u5c71\u3042@example.jp"
            })
    void takesWhatMailReaches(String email) {
        assertThat(isOne(email)).isTrue();
        assertThatNoException().isThrownBy(() -> new InternetAddress(email, true));
    }

    @ParameterizedTest
    @DisplayName("INJ-05 INJ-07 an address that no mail can be written to is none")
    @ValueSource(
            strings = {
                "",
                "@example.com",
                "naledi@",
                "naledi@example.com.",
                "naledi@.example.com",
                "naledi@example..com",
                ".naledi@example.com",
                "naledi.@example.com",
                "na..ledi@example.com",
                "naledi@-example.com",
                "naledi@[127.0.0.1]",
                "naledi@exam_ple.com",
                "naledi@example.com,other@example.com",
                "naledi@example.com\r\nBcc: other@example.com",
                "<naledi@example.com>",
                "\"naledi\"@example.com"
            })
    void takesNothingElse(String email) {
        assertThat(isOne(email)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("INJ-07 an address that looks like another is none")
    @ValueSource(
            strings = {
                "\u0430dmin@example.com",
                "admin@ex\u0430mple.com",
                "adm\u0130n@example.com",
                "admin\u200b@example.com",
                "\u202eadmin@example.com",
                "\u03bfffice@example.com"
            })
    void takesNoImitation(String email) {
        assertThat(isOne(email)).isFalse();
    }

    @Test
    @DisplayName("INJ-06 an address of any length is looked at quickly")
    void isQuick() {
        long before = System.nanoTime();
        for (var part : new String[] {"a", "a.", "a-", "\u00e4", "."}) {
            assertThat(isOne(part.repeat(100_000) + "@" + part.repeat(100_000))).isFalse();
        }

        assertThat(System.nanoTime() - before).isLessThan(500_000_000L);
    }

    private static boolean isOne(String typed) {
        return EmailAddress.isOne(People.canonical(typed));
    }
}
