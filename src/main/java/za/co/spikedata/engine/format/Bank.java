package za.co.spikedata.engine.format;

import java.util.List;

/**
 * One bank and the layouts it prints.
 *
 * @param code three capital letters of the wire contract
 * @param issuer the bank's name
 * @param names how the bank names itself on paper; any of them will do
 * @param headings headings that only this bank prints, for papers on which no bank names itself
 * @param originals parts of the producer or creator of PDFs as the bank makes them, where known
 */
public record Bank(
        String code,
        String issuer,
        List<String> names,
        List<String> headings,
        List<String> originals,
        List<Format> formats) {
    public Bank {
        names = List.copyOf(names);
        headings = List.copyOf(headings);
        originals = List.copyOf(originals);
        formats = List.copyOf(formats);
    }
}
