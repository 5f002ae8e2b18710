package za.co.spikedata.mail;

import java.nio.file.Path;

/**
 * What becomes of mail when no mail server is set.
 *
 * @param folder where it is kept instead, one file each
 */
public record MailSettings(Path folder) {}
