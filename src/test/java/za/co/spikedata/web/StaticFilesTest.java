package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import za.co.spikedata.support.PortalTest;

/** Whatever is looked up as a file stays in the server's cache of files, found or not. */
@PortalTest
class StaticFilesTest {
    @Autowired private ResourceUrlProvider files;

    @Test
    void namesFilesByTheirContent() {
        for (var file : new String[] {"portal.css", "upload.js", "passkey.js"}) {
            assertThat(files.getForLookupPath("/" + file)).matches("/[a-z]+-[0-9a-f]{32}\\.[a-z]+");
        }
    }

    @ParameterizedTest
    @DisplayName("no link that opens something by itself is looked up as a file")
    @ValueSource(strings = {"/reset/token", "/invitation/token", "/email/token", "/acting/token"})
    void looksUpNoLink(String path) {
        assertThat(files.getHandlerMap().keySet())
                .isNotEmpty()
                .noneMatch(pattern -> new AntPathMatcher().match(pattern, path));
    }
}
