package za.co.spikedata.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.verify.PaperWitness;
import za.co.spikedata.engine.verify.Verifier;
import za.co.spikedata.statements.files.SignedResult;

/**
 * {@code verify}: holds each line of results to its own figures, to the PDF's print and hash if
 * that is given, and to its signature if keys are given. It exits with 0 when all is accepted, with
 * 2 when something is not, with 3 when a file cannot be read, with 64 when it was called wrongly.
 */
final class VerifyCommand {
    private static final int ACCEPTED = 0;
    private static final int NOT_ACCEPTED = 2;
    private static final int UNREADABLE = 3;
    private static final int WRONG_USAGE = 64;

    private VerifyCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err) {
        var files = new ArrayList<>(args);
        int option = files.indexOf("--keys");
        Optional<String> keys = Optional.empty();
        if (option >= 0 && option + 1 < files.size()) {
            keys = Optional.of(files.remove(option + 1));
            files.remove(option);
        }
        if (files.isEmpty()
                || files.size() > 2
                || files.stream().anyMatch(each -> each.startsWith("--"))) {
            err.print(CommandLine.USAGE);
            return WRONG_USAGE;
        }
        try {
            Optional<byte[]> pdf =
                    files.size() > 1
                            ? Optional.of(Files.readAllBytes(Path.of(files.get(1))))
                            : Optional.empty();
            Optional<String> keySet =
                    keys.isPresent()
                            ? Optional.of(Files.readString(Path.of(keys.get())))
                            : Optional.empty();
            boolean isAccepted = true;
            for (String line : Files.readAllLines(Path.of(files.getFirst()))) {
                isAccepted &= isSound(line, pdf, out) & isSigned(line, pdf, keySet, out);
            }
            return isAccepted ? ACCEPTED : NOT_ACCEPTED;
        } catch (IOException | JacksonException unreadable) {
            err.println(files.getFirst() + ": cannot be read as a result");
            return UNREADABLE;
        }
    }

    private static boolean isSound(String line, Optional<byte[]> pdf, PrintStream out)
            throws IOException {
        ReadResult result = ResultJson.read(line.getBytes(StandardCharsets.UTF_8));
        var problems = new ArrayList<>(Verifier.verify(result));
        if (pdf.isPresent()) {
            problems.addAll(PaperWitness.verify(result, pdf.get()));
        }
        problems.forEach(each ->
                out.println(
                        "%s: statement %d, row %d"
                                .formatted(each.kind(), each.statement(), each.transaction())));
        out.println(problems.isEmpty() ? "accepted" : "refused");
        return problems.isEmpty();
    }

    /** Nothing is asked of the signature without keys. */
    private static boolean isSigned(
            String line, Optional<byte[]> pdf, Optional<String> keySet, PrintStream out) {
        if (keySet.isEmpty()) {
            return true;
        }
        var signed = SignedResult.verified(line, keySet.get());
        if (signed.isEmpty()) {
            out.println("not signed with these keys");
            return false;
        }
        var provenance = signed.get().provenance();
        out.println(
                "signed by %s, received %s"
                        .formatted(provenance.issuer(), provenance.receivedAt()));
        if (pdf.isPresent() && provenance.sha256().isEmpty()) {
            out.println("the signer does not say which file it was read from");
            return false;
        }
        if (pdf.isPresent() && !sha256(pdf.get()).equals(provenance.sha256())) {
            out.println("read from another file");
            return false;
        }
        return true;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected SHA-256 in every Java", missing);
        }
    }
}
