package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
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
                "n@163.com"
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
    @DisplayName("INJ-07 an address that may look like another, or be cut to one, is none")
    @ValueSource(
            strings = {
                "jos\u00e9@ex\u00e4mple.com",
                "\u043f\u043e\u0447\u0442\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.com",
                "\u5c71\u3042@example.jp",
                "\u0441\u0435\u043e@\u043f\u0440\u0438\u043c\u0435\u0440.com",
                "\u043f\u043e\u0447\u0442\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
                "\u03b3\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2@example.gr",
                "\ud64d\uae38\ub3d9@example.kr",
                "Jose\u0301@example.com",
                "m\u4e40own.example\u4e0abcc\u4e3av\u4e40victim.example\u4e0ax\u4e3a@own.example",
                "\udb40\udd00admin@example.com",
                "\u0430dmin@example.com",
                "admin@ex\u0430mple.com",
                "adm\u0130n@example.com",
                "admin\u200b@example.com",
                "\u202eadmin@example.com",
                "\u03bfffice@example.com",
                "admin\u1160@example.com",
                "admin\u3164@example.com",
                "admin\ufe0f@example.com",
                "ad\u200dmin@example.com",
                "admin@example\u115f.com",
                "\u0430.naledi@example.com",
                "\u0441\u0435\u043e@example.com",
                "\u0451@example.com",
                "naledi@\u0440\u0430\u0443.com",
                "naledi@\u0440\u0430\u0443.example.com",
                "naledi@example.\u0441\u043e",
                "n\u0081x@example.com",
                "n@127.0.0.1",
                "n@2130706433",
                "n@0x7f000001"
            })
    void takesNoImitation(String email) {
        assertThat(isOne(email)).isFalse();
    }

    @Test
    @DisplayName("INJ-06 an address of any length is looked at quickly")
    void isQuick() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    for (var part : new String[] {"a", "a.", "a-", "\u00e4", "."}) {
                        var before = part.repeat(64 / part.length());
                        var domain = part.repeat(180 / part.length());
                        assertThat(isOne(before + "@" + domain + "!")).isFalse();
                        assertThat(isOne(before + domain)).isFalse();
                    }
                });
    }

    private static boolean isOne(String typed) {
        return EmailAddress.of(typed).isPresent();
    }
}
