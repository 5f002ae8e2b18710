package za.co.spikedata.samples;

/** The banks whose statements samples look like. */
public enum Layout {
    ABSA("absa-cheque", new AbsaCheque()),
    FNB("fnb-current", new FnbCurrent()),
    NEDBANK("nedbank-current", new NedbankCurrent()),
    STANDARD_BANK("standard-bank", new StandardBankCurrent()),
    CAPITEC("capitec-main", new CapitecMain());

    private final String title;
    private final Drawing drawing;

    Layout(String title, Drawing drawing) {
        this.title = title;
        this.drawing = drawing;
    }

    String title() {
        return title;
    }

    Drawing drawing() {
        return drawing;
    }
}
