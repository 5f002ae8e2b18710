package za.co.spikedata.boot;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 server in this process that keeps its objects in one folder. */
final class EmbeddedObjects implements AutoCloseable {
    private final S3Proxy server;
    private final FilesystemNio2BlobStore store;

    private EmbeddedObjects(S3Proxy server, FilesystemNio2BlobStore store) {
        this.server = server;
        this.store = store;
    }

    static EmbeddedObjects start(Path folder, String accessKey, String secretKey) {
        try {
            Files.createDirectories(folder);
            var store = new FilesystemNio2BlobStore(folder.toAbsolutePath().toString());
            var server =
                    S3Proxy.builder()
                            .blobStore(store)
                            .endpoint(URI.create("http://127.0.0.1:0"))
                            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                            .build();
            server.start();
            return new EmbeddedObjects(server, store);
        } catch (Exception broken) {
            throw new IllegalStateException(
                    "Expected the embedded object store to start in " + folder, broken);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        store.close();
    }
}
