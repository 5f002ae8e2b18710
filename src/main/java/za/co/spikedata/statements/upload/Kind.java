package za.co.spikedata.statements.upload;

/** What a file is by its first bytes; its name and media type are only claims. */
public enum Kind {
    EMPTY,
    PDF,
    ZIP,
    OTHER;

    /** Readers accept a PDF whose header stands this deep; so does the engine. */
    static final int HEAD_BYTES = 1024;

    private static final byte[] PDF_MAGIC = {'%', 'P', 'D', 'F'};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP_MAGIC = {'P', 'K', 5, 6};

    public static Kind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (isAt(head, 0, ZIP_MAGIC) || isAt(head, 0, EMPTY_ZIP_MAGIC)) {
            return ZIP;
        }
        for (int start = 0; start < Math.min(head.length, HEAD_BYTES); start++) {
            if (isAt(head, start, PDF_MAGIC)) {
                return PDF;
            }
        }
        return OTHER;
    }

    private static boolean isAt(byte[] head, int start, byte[] magic) {
        if (start + magic.length > head.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[start + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
