package za.co.spikedata.outside;

import java.io.IOException;

/** A name leads somewhere that is not on the open internet; nothing was sent there. */
public final class NotPublic extends IOException {
    private static final long serialVersionUID = 1L;

    NotPublic() {
        super("Expected public addresses alone");
    }
}
