package za.co.spikedata.statements;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import za.co.spikedata.statements.upload.UploadStream;
import za.co.spikedata.statements.view.CheckedView;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Offered;
import za.co.spikedata.tenancy.Tenant;

/**
 * Where anybody who was handed a result or a receipt learns whether it came from here unchanged.
 */
@Controller
@Offered(Feature.VERIFICATION)
class VerifyPages {
    /** Some thousand rows; what is longer, the command verifies. */
    static final int MOST_BYTES = 4 << 20;

    /** Strangers ask; a check takes several times its file in memory. */
    private static final int AT_ONCE = 4;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Checking checking;

    VerifyPages(Checking checking) {
        this.checking = checking;
    }

    @GetMapping("/verify")
    String ask() {
        return "statements/verify";
    }

    /** Takes the file as it streams in, after the token; nothing of it is kept. */
    @PostMapping("/verify")
    String check(Tenant tenant, HttpServletRequest request, Model model) {
        model.addAttribute("checked", checked(tenant, request));
        return "statements/verify";
    }

    private CheckedView checked(Tenant tenant, HttpServletRequest request) {
        if (!UploadStream.isMultipart(request)) {
            return CheckedView.refused("verify.none");
        }
        var stream = UploadStream.of(request);
        var bytes = bytes(stream);
        stream.drain();
        if (bytes.length == 0) {
            return CheckedView.refused("verify.none");
        }
        if (bytes.length > MOST_BYTES) {
            return CheckedView.refused("verify.large");
        }
        if (!room.tryAcquire()) {
            return CheckedView.refused("verify.busy");
        }
        try {
            return checking.of(tenant, new String(bytes, StandardCharsets.UTF_8));
        } finally {
            room.release();
        }
    }

    /** One more than the most at most; none of a body that breaks off. */
    private static byte[] bytes(UploadStream stream) {
        try {
            var file = stream.nextFile();
            return file.isPresent() ? file.get().content().readNBytes(MOST_BYTES + 1) : new byte[0];
        } catch (IOException | RuntimeException malformed) {
            return new byte[0];
        }
    }
}
