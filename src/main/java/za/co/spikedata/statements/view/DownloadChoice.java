package za.co.spikedata.statements.view;

/**
 * A file to download.
 *
 * @param value goes into {@code ?layout=}
 * @param key its message
 * @param isCommon most people take one of these
 */
public record DownloadChoice(String extension, String value, String key, boolean isCommon) {}
