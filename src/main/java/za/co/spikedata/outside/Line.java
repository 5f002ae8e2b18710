package za.co.spikedata.outside;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a server that a tenant named; however slowly bytes drip in, it ends. */
public final class Line implements AutoCloseable {
    private final Socket socket;
    private final SSLSocketFactory encryption;
    private final CompletableFuture<Void> end;
    private volatile boolean late;

    Line(Socket socket, SSLSocketFactory encryption, Duration whole) {
        this.socket = socket;
        this.encryption = encryption;
        this.end =
                CompletableFuture.runAsync(
                        this::tooLate,
                        CompletableFuture.delayedExecutor(whole.toMillis(), TimeUnit.MILLISECONDS));
    }

    public Socket socket() {
        return socket;
    }

    /** Shows the name to the server, and takes no certificate of another one. */
    public Socket encrypted(String host) throws IOException {
        var layered = (SSLSocket) encryption.createSocket(socket, host, socket.getPort(), true);
        var parameters = layered.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        layered.setSSLParameters(parameters);
        layered.startHandshake();
        return layered;
    }

    /** Whether it was ended since it took too long. */
    public boolean isLate() {
        return late;
    }

    private void tooLate() {
        late = true;
        try {
            socket.close();
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        end.cancel(false);
        socket.close();
    }
}
