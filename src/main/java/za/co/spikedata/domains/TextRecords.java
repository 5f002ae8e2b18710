package za.co.spikedata.domains;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks DNS for TXT records, each time anew; aliases are followed. */
@Component
class TextRecords {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final DomainSettings settings;

    TextRecords(DomainSettings settings) {
        this.settings = settings;
    }

    /** What DNS says. */
    sealed interface Answer {
        /**
         * @param texts of each record, its strings joined; none where there is no such record
         */
        record Texts(List<String> texts) implements Answer {}

        /** No server answered, or none that knew. */
        record Unknown() implements Answer {}
    }

    Answer of(String host) {
        try {
            var lookup = new Lookup(Name.fromString(host + "."), Type.TXT);
            lookup.setResolver(resolver());
            lookup.setCache(new Cache(DClass.IN));
            lookup.setHostsFileParser(null);
            var records = lookup.run();
            return switch (lookup.getResult()) {
                case Lookup.SUCCESSFUL ->
                        new Answer.Texts(
                                Arrays.stream(records)
                                        .map(TXTRecord.class::cast)
                                        .map(each -> String.join("", each.getStrings()))
                                        .toList());
                case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Answer.Texts(List.of());
                default -> new Answer.Unknown();
            };
        } catch (TextParseException noName) {
            return new Answer.Texts(List.of());
        } catch (IOException unreachable) {
            return new Answer.Unknown();
        }
    }

    private Resolver resolver() throws IOException {
        var servers = settings.nameServers();
        var resolver =
                servers.isEmpty()
                        ? new ExtendedResolver()
                        : new ExtendedResolver(servers.stream().map(TextRecords::at).toList());
        resolver.setTimeout(TIMEOUT);
        resolver.setRetries(2);
        return resolver;
    }

    private static Resolver at(InetSocketAddress server) {
        return new SimpleResolver(server);
    }
}
