package za.co.spikedata.boot;

import java.nio.file.Path;

/** A certificate with its chain, and its key, both as PEM. */
record CertificateFiles(Path certificate, Path key) {
    static CertificateFiles in(Path folder, String name) {
        return new CertificateFiles(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    }
}
