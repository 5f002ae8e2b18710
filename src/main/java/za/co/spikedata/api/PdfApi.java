package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.api.wire.Credit;
import za.co.spikedata.api.wire.Form;
import za.co.spikedata.api.wire.Outcome;
import za.co.spikedata.web.OnApiHosts;

/** The frozen addresses: one file in, one envelope out. */
@Controller
@OnApiHosts
class PdfApi {
    private static final Logger log = LoggerFactory.getLogger(PdfApi.class);

    private final Entrance entrance;
    private final Authorizations authorizations;
    private final Rations rations;
    private final PdfReads reads;
    private final Ledger credits;
    private final Charges charges;

    PdfApi(
            Entrance entrance,
            Authorizations authorizations,
            Rations rations,
            PdfReads reads,
            Ledger credits,
            Charges charges) {
        this.entrance = entrance;
        this.authorizations = authorizations;
        this.rations = rations;
        this.reads = reads;
        this.credits = credits;
        this.charges = charges;
    }

    @PostMapping("/pdf")
    void pdf(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Form.PDF, request, response);
    }

    @PostMapping("/pdf1")
    void pdf1(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Form.PDF1, request, response);
    }

    @PostMapping("/pdf2")
    void pdf2(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Form.PDF2, request, response);
    }

    @PostMapping("/pdf2test")
    void pdf2test(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Form.PDF2_TEST, request, response);
    }

    @PostMapping("/csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(Form.CSV, request, response);
    }

    private void answer(Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var exchange = new Exchange(form, request, response);
        if (!exchange.isJson()) {
            exchange.refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
        } else if (!exchange.acceptsJson()) {
            exchange.refuse(HttpStatus.NOT_ACCEPTABLE, "The answer is application/json.");
        } else if (exchange.isTooLong()) {
            exchange.refuse(HttpStatus.CONTENT_TOO_LARGE, tooLarge(form.longestBase64()));
        } else {
            answer(exchange, request);
        }
    }

    /** Whether a program is let in, or what it is told instead. */
    private sealed interface Admitted {
        record In(Client client) implements Admitted {}

        record Not(Code code, Credit credit) implements Admitted {}
    }

    private void answer(Exchange exchange, HttpServletRequest request) throws IOException {
        var admitted =
                entrance.pass(
                                () -> authorizations.unasked(request),
                                () -> admitted(exchange, request))
                        .orElse(new Admitted.Not(Code.TOO_MANY_REQUESTS, Credit.NONE));
        switch (admitted) {
            case Admitted.In(var client) -> answer(client, exchange, request);
            case Admitted.Not(var code, var credit) ->
                    exchange.tell(new Outcome.Failed(code), credit);
        }
    }

    private Admitted admitted(Exchange exchange, HttpServletRequest request) {
        var scope = exchange.form() == Form.CSV ? Scope.CSV : Scope.PDF;
        return authorizations
                .known(request)
                .filter(client -> client.scopes().contains(scope))
                .map(client -> admitted(exchange, client))
                .orElse(new Admitted.Not(Code.AUTHORIZATION, Credit.NONE));
    }

    private Admitted admitted(Exchange exchange, Client client) {
        if (!rations.take(client)) {
            return new Admitted.Not(Code.TOO_MANY_REQUESTS, Credit.NONE);
        }
        if (exchange.form() == Form.PDF2_TEST) {
            return new Admitted.In(client);
        }
        long balance = credits.balance(client);
        return balance > 0
                ? new Admitted.In(client)
                : new Admitted.Not(Code.INSUFFICIENT_CREDIT, new Credit(balance, 0));
    }

    private void answer(Client client, Exchange exchange, HttpServletRequest request)
            throws IOException {
        switch (result(client, exchange, request)) {
            case PdfReads.Result.TooLarge _ ->
                    exchange.refuse(
                            HttpStatus.CONTENT_TOO_LARGE,
                            tooLarge(PdfReads.longestBase64(client, exchange.form())));
            case PdfReads.Result.Known known -> charged(client, exchange, known);
        }
    }

    private void charged(Client client, Exchange exchange, PdfReads.Result.Known known)
            throws IOException {
        var charge = charges.of(client, exchange, known);
        switch (credits.charge(client, charge)) {
            case Ledger.Charged.Done(var credit) -> exchange.tell(known.outcome(), credit);
            case Ledger.Charged.Insufficient(var credit) ->
                    exchange.tell(new Outcome.Failed(Code.INSUFFICIENT_CREDIT), credit);
        }
    }

    /** Whatever fails, clients are told in the one form they read. */
    private PdfReads.Result result(Client client, Exchange exchange, HttpServletRequest request)
            throws IOException {
        try {
            return reads.read(client, exchange.form(), Remainder.taking(request).getInputStream());
        } catch (RuntimeException failed) {
            log.error("Expected to answer a program", failed);
            return new PdfReads.Result.Known(new Outcome.Failed(Code.EXCEPTION));
        }
    }

    private static String tooLarge(int letters) {
        return "\"buffer\" is longer than %d letters.".formatted(letters);
    }
}
