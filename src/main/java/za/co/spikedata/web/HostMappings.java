package za.co.spikedata.web;

import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.tenancy.Offered;

/**
 * Gives every controller the hosts it answers on, and the feature it belongs to; errors happen on
 * all of them.
 */
@Component
class HostMappings implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {
            @Override
            protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
                var handler = method.getDeclaringClass();
                return ErrorController.class.isAssignableFrom(handler)
                        ? null
                        : new HostCondition(
                                handler.isAnnotationPresent(OnApiHosts.class),
                                Optional.ofNullable(handler.getAnnotation(Offered.class))
                                        .map(Offered::value));
            }
        };
    }
}
