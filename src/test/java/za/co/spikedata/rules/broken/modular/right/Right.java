package za.co.spikedata.rules.broken.modular.right;

public record Right() {}
