package za.co.spikedata.samples;

/**
 * A PDF and what it says.
 *
 * @param name file name without its ending
 */
public record Sample(String name, byte[] pdf, Truth truth) {
    public Sample {
        pdf = pdf.clone();
    }

    @Override
    public byte[] pdf() {
        return pdf.clone();
    }
}
