package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What programs are told of an error in the place of a page. */
@FunctionalInterface
public interface ErrorAnswer {
    void write(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException;
}
