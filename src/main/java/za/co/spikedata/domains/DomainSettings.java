package za.co.spikedata.domains;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Whom to ask about hosts.
 *
 * @param nameServers DNS servers; none: those of this machine
 * @param acme directory of the authority that issues certificates (RFC 8555); absent: certificates
 *     are brought by administrators alone
 * @param contact address the authority writes to
 * @param trusted what proves that it is the authority; absent: what Java trusts
 */
public record DomainSettings(
        List<InetSocketAddress> nameServers,
        Optional<URI> acme,
        Optional<String> contact,
        Optional<SSLContext> trusted) {
    public DomainSettings {
        nameServers = List.copyOf(nameServers);
    }
}
