package za.co.spikedata.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.logo.Raster;

/** A layer's logo as its folder holds it; drawn at most once, and only when it is asked for. */
final class LogoFile {
    private final Format format;
    private final String text;
    private @Nullable Optional<Raster> drawn;

    /**
     * @param text an SVG picture, or a PNG as {@link FileText} writes it
     */
    LogoFile(Format format, String text) {
        this.format = format;
        this.text = text;
    }

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

    Format format() {
        return format;
    }

    String text() {
        return text;
    }

    byte[] bytes() {
        return FileText.bytes(format.file(), text);
    }

    synchronized Optional<Raster> raster() {
        var made = drawn;
        if (made == null) {
            made = draw();
            drawn = made;
        }
        return made;
    }

    private Optional<Raster> draw() {
        return switch (format) {
            case SVG -> Raster.ofSvg(text);
            case PNG -> Raster.ofPng(bytes());
        };
    }
}
