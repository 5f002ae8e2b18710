package za.co.spikedata.web.door;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers errors that no page answered, the error page's own failures among them. */
public class BareErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var plain = response.getCoyoteResponse();
            SecurityHeaders.put(plain, request.isSecure());
            BareAnswer.of(request.getCoyoteRequest())
                    .write(plain, status, !"HEAD".equals(request.getMethod()), reason(status));
        } catch (IOException gone) {
            // Whoever asked is not there any more.
        }
    }

    private static String reason(int status) {
        return status < 500
                ? "The request could not be read."
                : "Something went wrong on our side. Please try again in a moment.";
    }
}
