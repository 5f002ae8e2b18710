package za.co.spikedata.logs;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Whether the portal has begun to serve. While it starts nobody's data is near, and whoever starts
 * it needs to read why it does not.
 */
@Component
final class Serving implements SmartInitializingSingleton {
    private static volatile boolean begun;

    static boolean hasBegun() {
        return begun;
    }

    /** Before any job runs and any connection is taken. */
    @Override
    public void afterSingletonsInstantiated() {
        begun = true;
    }
}
