package za.co.spikedata.domains;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Whom to ask about hosts.
 *
 * @param nameServers DNS servers; none: those of this machine
 * @param acme directory of the authority that issues certificates (RFC 8555); absent: certificates
 *     are brought by administrators alone
 * @param contact address the authority writes to
 */
public record DomainSettings(
        List<InetSocketAddress> nameServers, Optional<URI> acme, Optional<String> contact) {
    public DomainSettings {
        nameServers = List.copyOf(nameServers);
    }
}
