package za.co.spikedata.errorstore;

import java.io.IOException;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/** Reads a failed document again where its original is; implemented by who owns documents. */
public interface Rereading {
    /**
     * Reads with the engine of today. What can now be read becomes the document's result, as if it
     * had been read so at first, and its owner is told; what still fails changes nothing.
     *
     * @param before how it failed; what was reported though it was read gets another result only
     *     where that has other rows or proves more
     * @throws IOException when the original cannot be fetched now
     */
    Reread reread(TenantId tenant, UUID document, Failure.How before) throws IOException;
}
