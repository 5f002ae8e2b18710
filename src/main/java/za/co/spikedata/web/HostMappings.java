package za.co.spikedata.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
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

            /** What another host serves is not there; its methods and types are nobody's here. */
            @Override
            protected @Nullable HandlerMethod handleNoMatch(
                    Set<RequestMappingInfo> known, String path, HttpServletRequest request)
                    throws ServletException {
                var here =
                        known.stream()
                                .filter(info -> isServed(info.getCustomCondition(), request))
                                .collect(Collectors.toSet());
                return super.handleNoMatch(here, path, request);
            }
        };
    }

    private static boolean isServed(
            @Nullable RequestCondition<?> condition, HttpServletRequest request) {
        return condition == null || condition.getMatchingCondition(request) != null;
    }
}
