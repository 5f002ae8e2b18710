package za.co.spikedata.api;

import java.util.UUID;
import za.co.spikedata.openapi.Shape;

/** A problem as programs are told of it (RFC 9457). */
@Shape("Problem")
record ProblemView(
        String type, String title, int status, String detail, String code, UUID requestId) {}
