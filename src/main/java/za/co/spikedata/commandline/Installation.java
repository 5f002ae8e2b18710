package za.co.spikedata.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import za.co.spikedata.formats.BankFiles;
import za.co.spikedata.formats.CompiledBanks;
import za.co.spikedata.samples.Samples;

/**
 * Puts the commands into a folder of their own: what reading needs of this jar and no server, a
 * cache of its classes as Java has them in memory, and a program {@code spike} that starts them. So
 * started, a process reads its first statement in a fraction of the time.
 */
final class Installation {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final long SAMPLES_SEED = 11;

    /** Of our own classes, what the commands use. */
    static final List<String> PARTS =
            List.of(
                    "za/co/spikedata/engine/",
                    "za/co/spikedata/commandline/",
                    "za/co/spikedata/formats/",
                    "za/co/spikedata/ocr/",
                    "za/co/spikedata/samples/",
                    "za/co/spikedata/statements/files/CsvFile");

    private static final List<String> NEEDED =
            List.of(
                    "pdfbox-",
                    "fontbox-",
                    "commons-logging-",
                    "jackson-core-",
                    "jackson-databind-",
                    "jackson-annotations-",
                    "bcprov-",
                    "bcpkix-",
                    "bcutil-");

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(?:SF|RSA|DSA|EC)");

    /** A process that lives for a second is better off with quick code than with the best. */
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-Dorg.apache.commons.logging.LogFactory="
                            + "org.apache.commons.logging.impl.LogFactoryImpl",
                    "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    private final Path folder;
    private final List<String> classPath = new ArrayList<>();

    private Installation(Path folder) {
        this.folder = folder;
    }

    /**
     * @param jar the whole product
     * @param into a folder, made if it is not there
     * @throws IOException when the jar cannot be read, or the folder not written
     */
    static void of(Path jar, Path into) throws IOException, InterruptedException {
        var installation = new Installation(Files.createDirectories(into).toRealPath());
        installation.unpack(jar);
        installation.train();
        installation.launcher();
    }

    private void unpack(Path jar) throws IOException {
        Path own = folder.resolve("reader.jar");
        classPath.add(own.toString());
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        try (var from = new JarFile(jar.toFile());
                var to = new JarOutputStream(Files.newOutputStream(own))) {
            to.putNextEntry(new JarEntry(CompiledBanks.ENTRY));
            CompiledBanks.write(BankFiles.shipped(), to);
            for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                String name = entry.getName();
                if (isPart(name)) {
                    to.putNextEntry(new JarEntry(name.substring(CLASSES.length())));
                    copy(from, entry, to);
                } else if (isNeeded(name)) {
                    Path library = libraries.resolve(name.substring(LIBRARIES.length()));
                    classPath.add(library.toString());
                    try (var in = new ZipInputStream(from.getInputStream(entry));
                            var out = new ZipOutputStream(Files.newOutputStream(library))) {
                        copyUnsigned(in, out);
                    }
                }
            }
        }
    }

    private static boolean isPart(String name) {
        return !name.endsWith("/")
                && PARTS.stream().anyMatch(part -> name.startsWith(CLASSES + part));
    }

    private static boolean isNeeded(String name) {
        return NEEDED.stream().anyMatch(each -> name.startsWith(LIBRARIES + each));
    }

    /**
     * A library as it is, without its signatures: a cache holds no class of a signed one, and to
     * check them takes a new process longer than a statement does.
     */
    private static void copyUnsigned(ZipInputStream in, ZipOutputStream out) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (!SIGNATURE.matcher(entry.getName()).matches()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
        }
    }

    private static void copy(JarFile from, JarEntry entry, OutputStream to) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
        }
    }

    /** Reads invented statements once, so that the cache holds what reading loads. */
    private void train() throws IOException, InterruptedException {
        Path papers = Files.createDirectories(folder.resolve("training"));
        var command = new ArrayList<>(java());
        command.add("-XX:AOTCacheOutput=" + cache());
        command.addAll(main());
        command.add("read");
        for (var sample : Samples.all(SAMPLES_SEED)) {
            Path paper = papers.resolve(sample.name() + ".pdf");
            Files.write(paper, sample.pdf());
            command.add(paper.toString());
        }
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (!Files.exists(cache())) {
            throw new IOException("Expected a cache of classes at " + cache());
        }
    }

    private void launcher() throws IOException {
        var command = new ArrayList<>(java());
        command.add("-XX:AOTCache=" + cache());
        command.addAll(main());
        Path program = folder.resolve("spike");
        Files.writeString(
                program, "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path cache() {
        return folder.resolve("reader.aot");
    }

    private static List<String> java() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        return command;
    }

    private List<String> main() {
        return List.of("-cp", String.join(":", classPath), CommandLine.class.getName());
    }
}
