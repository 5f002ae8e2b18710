package za.co.spikedata.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.api.wire.Credit;
import za.co.spikedata.api.wire.Envelope;
import za.co.spikedata.api.wire.Form;
import za.co.spikedata.api.wire.Outcome;
import za.co.spikedata.api.wire.Outcomes;
import za.co.spikedata.audit.Origin;
import za.co.spikedata.web.ErrorAnswer;

/** Errors outside any address of the API, in its envelope. */
@Component
class ApiErrors implements ErrorAnswer {
    private static final String DOCUMENTS = "/v7/";

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        var id = UUID.fromString(Origin.current().requestId());
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(DOCUMENTS)) {
            var problem = Problem.of(status);
            if (problem.passes() && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            }
            var told = problem.body(id);
            response.setContentType(Problem.TYPE.toString());
            response.setContentLength(told.length);
            response.getOutputStream().write(told);
            return;
        }
        var body = new Envelope(id, outcome(status), Credit.NONE).write(Form.PDF2);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Outcome outcome(int status) {
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return new Outcome.Failed(Code.EXCEPTION);
        }
        return status == HttpStatus.TOO_MANY_REQUESTS.value()
                ? new Outcome.Failed(Code.TOO_MANY_REQUESTS)
                : Outcomes.unfit(List.of(Problem.of(status).detail()));
    }
}
