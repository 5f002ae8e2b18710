package za.co.spikedata.web;

import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat adds to every response, and what it keeps to itself. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOnEverything() {
        return factory -> {
            factory.addEngineValves(new HeadersValve());
            factory.addContextCustomizers(context -> {
                var quiet = new ErrorReportValve();
                quiet.setShowReport(false);
                quiet.setShowServerInfo(false);
                context.getParent().getPipeline().addValve(quiet);
            });
        };
    }
}
