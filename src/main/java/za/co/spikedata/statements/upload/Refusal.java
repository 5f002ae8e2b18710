package za.co.spikedata.statements.upload;

/** Why a file is turned away at the door, before anybody reads it. */
public enum Refusal {
    /** Zero bytes. */
    EMPTY_FILE,
    /** No {@code %PDF} among its first 1024 bytes, and no zip either. */
    NOT_A_PDF,
    /** More bytes than one file may have. */
    FILE_TOO_LARGE,
    /** The upload holds more bytes than all its files may have together. */
    BATCH_TOO_LARGE,
    /** More files than one upload may have; one row stands for all that follow. */
    TOO_MANY_FILES,
    /** The connection broke before the file was whole. */
    CUT_OFF,
    /** A zip without files. */
    ZIP_EMPTY,
    /** A zip that cannot be unpacked. */
    ZIP_DAMAGED,
    /** A zip with a password. */
    ZIP_LOCKED,
    /** A zip inside a zip. */
    ZIP_NESTED,
    /** A zip that unpacks to absurdly more than it is. */
    ZIP_BOMB,
    /** Our store did not take it; the file can be sent again. */
    NOT_STORED
}
