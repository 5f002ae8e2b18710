package za.co.spikedata.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("NET-09 the second reading of a head")
class RequestHeadTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "\r\nGET /a?b=c%20d HTTP/1.0\r\nHost: a\r\nAccept: */*, text/html;q=0.9\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nhost:a\r\nCookie: a=b\r\nCookie: c=d\r\n\r\n"
            })
    void findsNothingWrongWithWhatBrowsersSend(String head) {
        assertThat(RequestHead.mistake(bytes(head))).isEmpty();
    }

    @Test
    void acceptsContentOfOneLengthOrInChunks() {
        var length = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n";
        var chunks = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(RequestHead.mistake(bytes(length))).isEmpty();
        assertThat(RequestHead.mistake(bytes(chunks))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n\n",
                "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nX: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a"
            })
    void findsWhatIsAmbiguous(String head) {
        assertThat(RequestHead.mistake(bytes(head))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1, 64, false", "1, 65, true", "64, 1, false", "65, 1, true", "2, 33, true"})
    void countsLanguagesOverAllLines(int lines, int each, boolean tooMany) {
        var line = "Accept-Language: " + String.join(",", Collections.nCopies(each, "af")) + "\r\n";
        var head = "GET / HTTP/1.1\r\nHost: a\r\n" + line.repeat(lines) + "\r\n";

        assertThat(RequestHead.mistake(bytes(head)).isPresent()).isEqualTo(tooMany);
    }

    private static byte[] bytes(String head) {
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }
}
