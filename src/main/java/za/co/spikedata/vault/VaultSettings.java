package za.co.spikedata.vault;

/** Where the vault keeps its objects. */
public record VaultSettings(String bucket) {}
