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
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.tenancy.Offered;

/**
 * Gives every controller the hosts it answers on, the feature it belongs to and, on pages, the
 * forms it takes; errors happen on all of them.
 */
@Component
class HostMappings implements WebMvcRegistrations {
    private static final Set<RequestMethod> POSTED = Set.of(RequestMethod.POST);
    private static final String[] FORMS = {
        MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE
    };

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

            /** Programs say what they send; pages send forms, and nothing else is read as one. */
            @Override
            protected @Nullable RequestMappingInfo getMappingForMethod(
                    Method method, Class<?> handler) {
                var info = super.getMappingForMethod(method, handler);
                return info == null
                                || handler.isAnnotationPresent(OnApiHosts.class)
                                || !info.getMethodsCondition().getMethods().equals(POSTED)
                                || !info.getConsumesCondition().isEmpty()
                        ? info
                        : ofForms(info);
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

    /** A post without a body says no type. */
    private static RequestMappingInfo ofForms(RequestMappingInfo info) {
        var ofForms = info.mutate().consumes(FORMS).build();
        ofForms.getConsumesCondition().setBodyRequired(false);
        return ofForms;
    }

    private static boolean isServed(
            @Nullable RequestCondition<?> condition, HttpServletRequest request) {
        return condition == null || condition.getMatchingCondition(request) != null;
    }
}
