package za.co.spikedata.tenancy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.co.spikedata.logo.Logo;

/**
 * What is shown of the logos that layers hold. Each is made safe once by its content, however often
 * all tenants are read.
 */
final class ShownLogos {
    private static final Logger log = LoggerFactory.getLogger(ShownLogos.class);

    /** Of at most {@link LayerReader}'s longest file each; more tenants than a node serves. */
    private static final int MOST = 2_000;

    private static final Map<String, Shown> MADE = Collections.synchronizedMap(new Newest());

    private ShownLogos() {}

    /** What became of a logo. */
    sealed interface Shown {
        record Picture(LogoFile logo) implements Shown {}

        /**
         * Nothing of it can be shown.
         *
         * @param isPicture whether it is one at all, if too large or of nothing
         */
        record None(boolean isPicture) implements Shown {}
    }

    /** Those that were asked for last. */
    private static final class Newest extends LinkedHashMap<String, Shown> {
        private static final long serialVersionUID = 1;

        Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shown> eldest) {
            return size() > MOST;
        }
    }

    static Shown of(String place, LogoFile kept) {
        return MADE.computeIfAbsent(
                kept.format() + FilesText.hash(kept.text()), _ -> made(place, kept));
    }

    private static Shown made(String place, LogoFile kept) {
        return switch (Logo.shown(bytes(kept))) {
            case Logo.Svg(var text, var removed) -> {
                if (!removed.isEmpty()) {
                    log.warn("{} is shown without {}", place, removed);
                }
                yield new Shown.Picture(new LogoFile(LogoFile.Format.SVG, text));
            }
            case Logo.Png(var bytes) -> {
                var file = LogoFile.Format.PNG;
                yield new Shown.Picture(new LogoFile(file, FileText.of(file.file(), bytes)));
            }
            case Logo.Refused(var why) -> {
                log.warn("{} is not shown: {}", place, why);
                yield new Shown.None(why != Logo.Why.NOT_A_PICTURE);
            }
        };
    }

    /** None of a text that stands for no bytes. */
    private static byte[] bytes(LogoFile kept) {
        try {
            return kept.bytes();
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }
}
