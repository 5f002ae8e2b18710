package za.co.spikedata.statements.view;

/** The limits told before a file is chosen; sizes in megabytes (1 MB = 1 048 576 bytes). */
public record LimitsView(int fileMegabytes, int files, int batchMegabytes) {}
