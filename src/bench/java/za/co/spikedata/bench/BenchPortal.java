package za.co.spikedata.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import za.co.spikedata.Portal;

/** A whole portal to measure, on a port of its own; what it kept goes with it. */
public final class BenchPortal implements AutoCloseable {
    private final Path data;
    private final ConfigurableApplicationContext context;

    private BenchPortal(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /**
     * @param name what its folder is called by
     * @param options beside the usual ones
     */
    public static BenchPortal start(String name, String... options) throws IOException {
        var data = Files.createTempDirectory(name);
        var usual =
                List.of(
                        "--server.port=0",
                        "--portal.http-port=-1",
                        "--portal.recognise=false",
                        "--portal.data=" + data);
        var all = Stream.concat(usual.stream(), Stream.of(options)).toArray(String[]::new);
        return new BenchPortal(data, SpringApplication.run(Portal.class, all));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
