package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/**
 * Where a request came from, after configured proxies were believed and nobody else. Modules that
 * may not use this one read {@code request.getRemoteAddr()}, which is the same.
 */
public record ClientAddress(InetAddress value) {
    public static ClientAddress of(HttpServletRequest request) {
        return new ClientAddress(InetAddress.ofLiteral(request.getRemoteAddr()));
    }

    @Override
    public String toString() {
        return value.getHostAddress();
    }
}
