package za.co.spikedata.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Recogniser;

/** The {@code tesseract} program, one process for each page; nothing is written to a disk. */
public final class Tesseract implements Recogniser {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A clean page of a statement takes 2 to 4 s; noise made to be slow takes for ever. */
    private static final String MOST_SECONDS = "--cpu=7";

    private static final Path LIMITER = Path.of("/usr/bin/prlimit");
    private static final int COLUMNS = 12;
    private static final String WORD = "5";

    /** Takes a page for one block of lines, so that the columns of a table stay side by side. */
    private static final String ONE_BLOCK = "6";

    private final Path program;

    private Tesseract(Path program) {
        this.program = program;
    }

    /** The program where Debian or an administrator puts it; without it nothing is seen. */
    public static Recogniser installed() {
        return Stream.of("/usr/bin/tesseract", "/usr/local/bin/tesseract")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .<Recogniser>map(Tesseract::new)
                .orElse(NONE);
    }

    @Override
    public List<Seen> words(byte[] image) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(LIMITER)) {
            command.addAll(List.of(LIMITER.toString(), MOST_SECONDS));
        }
        command.addAll(List.of(program.toString(), "stdin", "stdout", "--psm", ONE_BLOCK, "tsv"));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            try {
                return words(process, image);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Seen> words(Process process, byte[] image) throws IOException {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        try (var out = process.getOutputStream()) {
            out.write(image);
        }
        String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return parse(table);
    }

    /** Rows of level, page, block, paragraph, line, word, left, top, width, height, trust, text. */
    static List<Seen> parse(String table) {
        var words = new ArrayList<Seen>();
        String line = "";
        int lines = 0;
        for (String row : table.split("\n")) {
            String[] cells = row.split("\t", COLUMNS);
            if (cells.length < COLUMNS || !cells[0].equals(WORD) || cells[11].isBlank()) {
                continue;
            }
            String place = cells[2] + " " + cells[3] + " " + cells[4];
            lines += place.equals(line) ? 0 : 1;
            line = place;
            words.add(
                    new Seen(
                            cells[11].strip(),
                            lines,
                            Integer.parseInt(cells[6]),
                            Integer.parseInt(cells[7]),
                            Integer.parseInt(cells[8]),
                            Integer.parseInt(cells[9])));
        }
        return List.copyOf(words);
    }
}
