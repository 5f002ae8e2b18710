package za.co.spikedata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What pages and their scripts may never do, wherever it is written. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SCRIPTS = Path.of("src/main/resources/static");

    /** The one place where markup is let through: a layer's, checked when it is read. */
    private static final String SLOT = "th:utext=\"${brand.slot('footer')}\"";

    private static final Pattern RAW = Pattern.compile("th:utext|\\[\\(");

    /** What a link may say of a page: whether one of its own notices is shown. */
    private static final Pattern NOTICE = Pattern.compile("th:if=\"\\$\\{param\\.\\w+}\"");

    private static final Pattern SAID_BY_LINK = Pattern.compile("\\bparam\\b\\s*[.\\[?)},]");

    private static final Pattern WRITES_MARKUP =
            Pattern.compile(
                    "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new"
                            + " Function|localStorage|sessionStorage|indexedDB");

    /** A field whose name is worked out, or one object poured into another. */
    private static final Pattern NAMED_LATER =
            Pattern.compile(
                    "[\\w)\\]]\\[[^\\]\"'`]+]\\s*=(?!=)|Object\\.assign|__proto__|\\bfor\\s*\\([^)]*\\bin\\b");

    @Test
    void escapeEverything() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            var text = Files.readString(template).replace(SLOT, "");
            assertThat(RAW.matcher(text).find()).as(template.toString()).isFalse();
        }
    }

    /** Somebody else may have written the link; one click would then send what they filled in. */
    @Test
    void fillInNoFormFromALink() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            var text = NOTICE.matcher(Files.readString(template)).replaceAll("");
            assertThat(SAID_BY_LINK.matcher(text).find()).as(template.toString()).isFalse();
        }
        for (var wrong : List.of("${param.email}", "${param['email']}", "${#a.b(c, param.d)}")) {
            assertThat(SAID_BY_LINK.matcher(wrong).find()).as(wrong).isTrue();
        }
    }

    /** People whom a provider vouches for have none; they would never get past such a field. */
    @Test
    void askForAPasswordOnlyWhoeverHasOne() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            if (template.endsWith("sign-in.html")) {
                continue;
            }
            for (var field :
                    Jsoup.parse(Files.readString(template))
                            .select("input[autocomplete=current-password]")) {
                assertThat(field.parents().eachAttr("th:if"))
                        .as(template.toString())
                        .contains("${again.isByPassword()}");
            }
        }
    }

    @Test
    void scriptWritesTextOnly() throws IOException {
        for (var script : files(SCRIPTS, ".js")) {
            assertThat(WRITES_MARKUP.matcher(Files.readString(script)).find())
                    .as(script.toString())
                    .isFalse();
        }
    }

    @Test
    void scriptKeepsNothingByTypedNames() throws IOException {
        for (var script : files(SCRIPTS, ".js")) {
            assertThat(NAMED_LATER.matcher(Files.readString(script)).find())
                    .as(script.toString())
                    .isFalse();
        }
        for (var wrong :
                List.of("a[b] = 1", "f(x)[y]=1", "Object.assign(a, b)", "for (k in o) {")) {
            assertThat(NAMED_LATER.matcher(wrong).find()).as(wrong).isTrue();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            var found = files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
