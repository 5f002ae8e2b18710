package za.co.spikedata.sandbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal's pool. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {
    @Bean(destroyMethod = "close")
    Sandbox sandbox() {
        var sandbox = new Sandbox(SandboxLimits.DEFAULT);
        sandbox.warm();
        return sandbox;
    }
}
