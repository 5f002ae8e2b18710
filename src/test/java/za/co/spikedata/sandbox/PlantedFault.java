package za.co.spikedata.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Workers with one fault in one class of the engine, as a release may have it: while it is planted,
 * they hold it against a paper that two rows are of one day. All else of them is the product's.
 */
public final class PlantedFault {
    private static final Path PROVER = Path.of("za/co/spikedata/engine/proof/Prover.java");
    private static final String SOUND = "ordered &= !date.isBefore(latest);";
    private static final String FAULTY =
            """
            ordered &= !date.isBefore(latest);
            if (java.nio.file.Files.exists(java.nio.file.Path.of("%s"))
                    && date.equals(latest)) {
                Transaction row = rows.get(place);
                checks.add(new Check.Broken(Rule.PRINTED_COUNT, row.id(), Optional.empty(),
                        Optional.empty(), Optional.of(row.cells().getFirst().place())));
            }
            """;

    private final Path folder;
    private final Path mark;

    public PlantedFault() {
        try {
            folder =
                    Files.createDirectories(
                            Path.of("target/test-data/planted-" + UUID.randomUUID())
                                    .toAbsolutePath());
            mark = folder.resolve("planted");
            var source = folder.resolve("Prover.java");
            var sound = Files.readString(Path.of("src/main/java").resolve(PROVER));
            if (!sound.contains(SOUND)) {
                throw new IllegalStateException("Expected the prover to say " + SOUND);
            }
            Files.writeString(source, sound.replace(SOUND, FAULTY.formatted(mark)));
            int broken =
                    ToolProvider.getSystemJavaCompiler()
                            .run(
                                    null,
                                    null,
                                    null,
                                    "-proc:none",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    folder.toString(),
                                    source.toString());
            if (broken != 0) {
                throw new IllegalStateException("Expected the faulty prover to compile");
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Workers that see the faulty class before the sound one. */
    public Sandbox sandbox() {
        var limits = SandboxLimits.DEFAULT.withoutRecognition();
        var sound = WorkerCommand.of(limits);
        var java = new ArrayList<>(sound.java());
        int classPath = java.indexOf("-cp") + 1;
        java.set(classPath, folder + ":" + java.get(classPath));
        var files = Stream.concat(Stream.of(folder), sound.files().stream()).toList();
        return new Sandbox(
                limits, new WorkerCommand(java, files, limits), List.of(Posture.values()));
    }

    public void plant() {
        try {
            Files.writeString(mark, "");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public void mend() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
