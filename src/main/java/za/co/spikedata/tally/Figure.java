package za.co.spikedata.tally;

import java.util.Locale;

/**
 * A number of a tenant. What happens over time is of the last {@link Tally#WINDOW}, and of what the
 * tenant still keeps of that.
 */
public enum Figure {
    /** Who can sign in. */
    PEOPLE,
    /** Brought by people and programs. */
    DOCUMENTS,
    PROVEN,
    UNPROVEN,
    CONTRADICTED,
    /** Not read, by the file's or its bringer's fault. */
    REFUSED,
    /** Not read, by a fault of ours. */
    FAILED,
    /** Per thousand of those documents that came to an end: how many are not proven. */
    NOT_PROVEN,
    /** Documents that wait or are being read now. */
    WAITING,
    /** Asked by programs and charged or answered. */
    REQUESTS,
    /** Per thousand of those: how many were answered with a failure. */
    REQUESTS_FAILED,
    /** Tenths of a credit that are left. */
    CREDITS,
    /** Mails that wait after a failed try, or were given up. */
    MAILS_FAILED,
    /** Hosts that DNS proves no more, whose certificate ends soon, or for which none is issued. */
    HOSTS_TROUBLED,
    /** Seconds since 1970 of the last document or request; 0: none is known. */
    LAST_ACTIVITY;

    /** Its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
