package za.co.spikedata.bench.fuzz;

import java.io.IOException;
import java.util.List;

/** Something that reads bytes from outside and must do so whatever they are. */
public interface FuzzTarget {
    /** Throws only what is a finding. */
    void read(byte[] input) throws IOException;

    /** Good inputs to begin with. */
    List<byte[]> seeds();
}
