package za.co.spikedata.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import za.co.spikedata.destinations.OutsideSettings;

/**
 * Connects to servers that tenants name. A name is looked up once and every address it has must be
 * public; the connection goes to the very address that was looked at, so that no second answer of
 * the name can lead elsewhere.
 */
public final class Dialer {
    private final OutsideSettings settings;
    private final Courier.Names names;
    private final SocketFactory sockets;
    private final SSLSocketFactory encryption;

    public Dialer(
            OutsideSettings settings,
            Courier.Names names,
            SocketFactory sockets,
            SSLSocketFactory encryption) {
        this.settings = settings;
        this.names = names;
        this.sockets = sockets;
        this.encryption = encryption;
    }

    /** What all encryption is made with. */
    public SSLSocketFactory encryption() {
        return encryption;
    }

    /**
     * @throws NotPublic when any of the name's addresses is not
     */
    public Line open(String host, int port, Courier.Limits limits) throws IOException {
        var address = address(host);
        var socket = sockets.createSocket();
        try {
            return connected(socket, new InetSocketAddress(address, port), limits);
        } catch (IOException broken) {
            socket.close();
            throw broken;
        }
    }

    private Line connected(Socket socket, InetSocketAddress to, Courier.Limits limits)
            throws IOException {
        socket.connect(to, (int) limits.connecting().toMillis());
        return new Line(socket, encryption, limits.whole());
    }

    /** Under the name that was asked for, with which certificates are compared. */
    private InetAddress address(String host) throws IOException {
        var found = names.of(host);
        boolean isFit =
                settings.isAllowed(host)
                        || Arrays.stream(found).allMatch(PublicAddresses::contains);
        if (!isFit || found.length == 0) {
            throw new NotPublic();
        }
        return InetAddress.getByAddress(host, found[0].getAddress());
    }
}
