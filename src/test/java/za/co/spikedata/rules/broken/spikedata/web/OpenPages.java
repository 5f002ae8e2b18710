package za.co.spikedata.rules.broken.spikedata.web;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;

/** A public controller that floats money and asks no clock. */
@Controller
public class OpenPages {
    double amount = 1.5;

    LocalDate today() {
        return LocalDate.now();
    }
}
