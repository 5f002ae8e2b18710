package za.co.spikedata.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A whole program that brings a statement, waits and prints its rows. */
enum Example {
    CURL("read.sh", "curl"),
    JAVA("Read.java", "Java"),
    JAVASCRIPT("read.mjs", "JavaScript"),
    PYTHON("read.py", "Python");

    /** Stands in each file for the address of the API. */
    private static final String ADDRESS = "https://api.example.com";

    private final String file;
    private final String language;

    Example(String file, String language) {
        this.file = file;
        this.language = language;
    }

    String file() {
        return file;
    }

    String language() {
        return language;
    }

    /** The program for an API at this address, such as {@code https://api.example.com}. */
    String text(String address) {
        try (InputStream in = Example.class.getResourceAsStream("examples/" + file)) {
            return new String(
                            Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace(ADDRESS, address);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
