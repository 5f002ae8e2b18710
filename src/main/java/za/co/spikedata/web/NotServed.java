package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Paths no page answers; asking for them signed out is told so, not sent to sign in. */
@Component
class NotServed implements RequestMatcher {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    NotServed(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> isOnThisHost(info, request))
                .flatMap(info ->
                        info.getPathPatternsCondition() == null
                                ? java.util.stream.Stream.empty()
                                : info.getPathPatternsCondition().getPatterns().stream())
                .noneMatch(pattern -> pattern.matches(path));
    }

    private static boolean isOnThisHost(RequestMappingInfo info, HttpServletRequest request) {
        var hosts = info.getCustomCondition();
        return hosts == null || hosts.getMatchingCondition(request) != null;
    }
}
