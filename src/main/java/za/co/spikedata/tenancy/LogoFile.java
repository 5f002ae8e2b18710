package za.co.spikedata.tenancy;

import java.util.Optional;
import za.co.spikedata.logo.Raster;

/**
 * A layer's logo as its folder holds it.
 *
 * @param text an SVG picture, or a PNG as {@link FileText} writes it
 */
record LogoFile(Format format, String text) {
    /** How a logo may be drawn. */
    enum Format {
        SVG("logo.svg"),
        PNG("logo.png");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        String file() {
            return file;
        }

        static Optional<Format> of(String file) {
            for (var format : values()) {
                if (format.file.equals(file)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return FileText.bytes(format.file(), text);
    }

    Optional<Raster> raster() {
        return switch (format) {
            case SVG -> Raster.ofSvg(text);
            case PNG -> Raster.ofPng(bytes());
        };
    }
}
