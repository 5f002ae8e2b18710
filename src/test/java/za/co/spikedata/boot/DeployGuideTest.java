package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/deploy.md} names each setting there is, and no other. */
class DeployGuideTest {
    @Test
    void namesEverySettingAndNoOther() throws Exception {
        List<String> named =
                Pattern.compile("`(PORTAL_[A-Z_]+)`")
                        .matcher(Files.readString(Path.of("docs", "deploy.md")))
                        .results()
                        .map((MatchResult each) -> each.group(1))
                        .distinct()
                        .toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        settings("PORTAL", PortalSettings.class).toList());
    }

    private static Stream<String> settings(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap((RecordComponent each) -> {
                    String name = prefix + "_" + environment(each.getName());
                    return each.getType().isRecord()
                            ? settings(name, each.getType())
                            : Stream.of(name);
                });
    }

    private static String environment(String component) {
        return component.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
