package za.co.spikedata.api;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes of programs' requests outside of all that answers them. */
@Configuration(proxyBeanMethods = false)
class CallLinesConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> callLines() {
        return factory -> factory.addEngineValves(new CallLines());
    }
}
