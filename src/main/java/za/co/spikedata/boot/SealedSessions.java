package za.co.spikedata.boot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import za.co.spikedata.vault.PlatformSecrets;

/** What a session holds, such as whose it is, is sealed before the database sees it. */
@Configuration(proxyBeanMethods = false)
class SealedSessions {
    private static final String CONTEXT = "spring_session_attributes";

    /** By this name Spring Session looks for it. */
    @Bean
    ConversionService springSessionConversionService(PlatformSecrets secrets) {
        var plain = new SerializingConverter();
        var read = new DeserializingConverter(SealedSessions.class.getClassLoader());
        var service = new GenericConversionService();
        service.addConverter(
                Object.class, byte[].class, value -> secrets.seal(CONTEXT, plain.convert(value)));
        service.addConverter(
                byte[].class,
                Object.class,
                sealed -> read.convert(secrets.unseal(CONTEXT, sealed)));
        return service;
    }
}
