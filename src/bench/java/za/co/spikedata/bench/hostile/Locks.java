package za.co.spikedata.bench.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files locked in every known manner, their locks whole or broken. */
final class Locks {
    private static final Pattern ENTRY =
            Pattern.compile("/(V|R|Length|P|CFM|StmF|StrF|AuthEvent|Filter|O|U|OE|UE|Perms)\\b");

    private Locks() {}

    static List<Family> families() {
        return List.of(
                new Family("locks: a password nobody told", random -> locked("secret", random)),
                new Family("locks: whole", random -> locked("", random)),
                new Family("locks: entries renamed", Locks::renamed),
                new Family("locks: keys changed", Locks::rekeyed),
                new Family("locks: cut off", Locks::cut),
                new Family("locks: certificates", Locks::certificates),
                new Family("locks: of other makers", Locks::others),
                new Family("locks: in a circle", Locks::circles),
                new Family("locks: filters of streams", Locks::filters));
    }

    private static byte[] locked(String password, Random random) {
        int[] bits = {40, 128, 128, 256};
        var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
        int kind = random.nextInt(bits.length);
        policy.setEncryptionKeyLength(bits[kind]);
        policy.setPreferAES(kind > 1);
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(RawPdf.statement().bytes())) {
            document.protect(policy);
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] renamed(Random random) {
        String pdf = RawPdf.latin(locked(random.nextBoolean() ? "" : "secret", random));
        return RawPdf.latin(
                ENTRY.matcher(pdf)
                        .replaceAll(match ->
                                random.nextInt(6) > 0 ? match.group() : "/X" + match.group(1)));
    }

    private static byte[] rekeyed(Random random) {
        byte[] pdf = locked(random.nextBoolean() ? "" : "secret", random);
        int lock = Math.max(0, RawPdf.latin(pdf).lastIndexOf("/Standard") - 400);
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            pdf[lock + random.nextInt(Math.min(800, pdf.length - lock))] = (byte) random.nextInt();
        }
        return pdf;
    }

    private static byte[] cut(Random random) {
        byte[] pdf = locked("", random);
        return RawPdf.latin(RawPdf.latin(pdf).substring(0, random.nextInt(pdf.length)));
    }

    private static byte[] certificates(Random random) {
        String recipients =
                "(%s)"
                        .formatted(
                                Family.noise(random, 1 + random.nextInt(2_000))
                                        .replaceAll("[()\\\\]", "x"))
                        .repeat(1 << random.nextInt(10));
        return locked(
                random,
                "/Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.%s/V %d/Length 128/Recipients[%s]/StmF/D/StrF/D/CF<</D<</CFM/AESV2/Recipients[%s]>>>>"
                        .formatted(
                                Family.any(List.of("s3", "s4", "s5", "s9"), random),
                                1 + random.nextInt(5),
                                recipients,
                                recipients));
    }

    private static byte[] others(Random random) {
        String filter =
                Family.any(
                        List.of(
                                "FOPN_fLock",
                                "EBX_HANDLER",
                                "ADBE.AIP",
                                "A".repeat(1 << random.nextInt(18))),
                        random);
        return locked(random, "/Filter/%s/V %s/R 4".formatted(filter, Family.number(random)));
    }

    private static byte[] circles(Random random) {
        return locked(
                random,
                "/Filter/Standard/V 8 0 R/R 8 0 R/O 8 0 R/U 8 0 R/CF 8 0 R/StmF/CF/Length 8 0 R/P 8 0 R");
    }

    private static byte[] filters(Random random) {
        String pdf = RawPdf.latin(locked("", random));
        String filter =
                "/Filter[%s/FlateDecode]/DecodeParms[<</Name/%s>> null]"
                        .formatted(
                                "/Crypt".repeat(1 + random.nextInt(30)),
                                Family.any(List.of("Identity", "StdCF", "None", "Crypt"), random));
        return RawPdf.latin(pdf.replace("/Filter /FlateDecode", filter));
    }

    private static byte[] locked(Random random, String entries) {
        String direct = "<<" + entries + ">>";
        String id = random.nextBoolean() ? "/ID[<00><01>]" : "";
        return random.nextBoolean()
                ? RawPdf.statement()
                        .trailer("/Root 1 0 R/Encrypt " + direct.replace("8 0 R", "5 0 R") + id)
                        .bytes()
                : RawPdf.statement()
                        .put(8, direct)
                        .trailer("/Root 1 0 R/Encrypt 8 0 R" + id)
                        .bytes();
    }
}
