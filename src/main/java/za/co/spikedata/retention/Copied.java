package za.co.spikedata.retention;

import java.io.IOException;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/** What a module holds of a person, for the copy of all of it that they may take away. */
public interface Copied {
    /** Puts all of it in; what does not open is named, never left out in silence. */
    void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException;
}
