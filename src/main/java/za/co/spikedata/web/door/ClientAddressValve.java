package za.co.spikedata.web.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Makes {@code request.getRemoteAddr()} the client's address, by the rule of {@link Proxies}: the
 * one notion of it that everything behind uses.
 */
public final class ClientAddressValve extends ValveBase {
    private final Proxies proxies;

    public ClientAddressValve(Proxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var peer = InetAddress.ofLiteral(request.getPeerAddr());
        if (proxies.believes(peer)) {
            var chain = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
            var connectingIp = Collections.list(request.getHeaders("CF-Connecting-IP"));
            var client = proxies.client(peer, chain, connectingIp).getHostAddress();
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
        }
        getNext().invoke(request, response);
    }
}
