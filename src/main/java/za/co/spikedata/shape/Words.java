package za.co.spikedata.shape;

/** Words as the code itself spells them, never any that came from outside. */
@Impersonal
public record Words(String text) {
    @Override
    public String toString() {
        return text;
    }
}
