package za.co.spikedata.sandbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal's pool. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {
    @Bean(destroyMethod = "close")
    Sandbox sandbox(@Value("${portal.recognise:true}") boolean recognises) {
        var limits = SandboxLimits.DEFAULT;
        var sandbox = new Sandbox(recognises ? limits : limits.withoutRecognition());
        sandbox.warm();
        return sandbox;
    }
}
