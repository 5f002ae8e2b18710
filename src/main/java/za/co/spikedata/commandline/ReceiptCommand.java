package za.co.spikedata.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import za.co.spikedata.retention.Receipts;
import za.co.spikedata.signing.Jws;

/**
 * {@code receipt}: verifies a deletion receipt with published keys, without a portal. It prints the
 * receipt's claims and exits with 0, with 2 when nobody with these keys signed it, with 3 when a
 * file cannot be read.
 */
final class ReceiptCommand {
    private static final int SIGNED = 0;
    private static final int NOT_SIGNED = 2;
    private static final int UNREADABLE = 3;

    private ReceiptCommand() {}

    static int run(Path receipt, Path keySet, PrintStream out, PrintStream err) {
        try {
            var claims =
                    Jws.verified(
                            Files.readString(receipt, StandardCharsets.US_ASCII),
                            Receipts.TYPE,
                            Files.readString(keySet, StandardCharsets.UTF_8));
            claims.ifPresentOrElse(
                    out::println,
                    () -> err.println(receipt.getFileName() + ": not signed with these keys"));
            return claims.isPresent() ? SIGNED : NOT_SIGNED;
        } catch (IOException unreadable) {
            err.println("Expected a readable receipt and key set");
            return UNREADABLE;
        }
    }
}
