package za.co.spikedata.web;

import java.util.OptionalInt;
import za.co.spikedata.web.door.Proxies;

/**
 * What an installation decides about its front door.
 *
 * @param httpPort plain HTTP, which only sends browsers to TLS; 0 takes any free port; absent: none
 * @param publicPort where browsers find TLS from outside; absent: the port the portal listens on
 */
public record FrontDoorSettings(OptionalInt httpPort, OptionalInt publicPort, Proxies proxies) {}
