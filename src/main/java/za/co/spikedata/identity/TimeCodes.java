package za.co.spikedata.identity;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.exceptions.QrGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.qr.ZxingPngQrGenerator;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Time-based one-time codes (RFC 6238) with what every authenticator speaks: SHA-1, 6, 30 s. */
final class TimeCodes {
    /** Base32 letters; 160 bits, the length of SHA-1. */
    private static final int SECRET_LETTERS = 32;

    private static final int DIGITS = 6;
    private static final int STEP_SECONDS = 30;

    /** Steps before and after the current one that are taken: slow typing, clocks a little off. */
    private static final int WINDOW_STEPS = 1;

    private static final int PICTURE_PIXELS = 264;
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final CodeGenerator CODES =
            new DefaultCodeGenerator(HashingAlgorithm.SHA1, DIGITS);

    private TimeCodes() {}

    static String newSecret() {
        return new DefaultSecretGenerator(SECRET_LETTERS).generate();
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The step the code belongs to, if it is one of those that are taken now and is later. */
    static OptionalLong step(String secret, String code, Instant now, long laterThan) {
        if (!isCode(code)) {
            return OptionalLong.empty();
        }
        var found = OptionalLong.empty();
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - WINDOW_STEPS; step <= current + WINDOW_STEPS; step++) {
            boolean matches = MessageDigest.isEqual(bytes(code), bytes(code(secret, step)));
            if (matches && step > laterThan && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The address an authenticator takes everything from. */
    static String address(String issuer, String account, String secret) {
        return about(issuer, account, secret).getUri();
    }

    /** The address as a picture, a PNG. */
    static byte[] picture(String issuer, String account, String secret) {
        try {
            var generator = new ZxingPngQrGenerator();
            generator.setImageSize(PICTURE_PIXELS);
            return generator.generate(about(issuer, account, secret));
        } catch (QrGenerationException broken) {
            throw new IllegalStateException("Expected an address that fits a QR code", broken);
        }
    }

    static String code(String secret, long step) {
        try {
            return CODES.generate(secret, step);
        } catch (CodeGenerationException broken) {
            throw new IllegalStateException("Expected HMAC-SHA1 in every Java", broken);
        }
    }

    private static QrData about(String issuer, String account, String secret) {
        return new QrData.Builder()
                .label(issuer + ":" + account)
                .issuer(issuer)
                .secret(secret)
                .algorithm(HashingAlgorithm.SHA1)
                .digits(DIGITS)
                .period(STEP_SECONDS)
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
