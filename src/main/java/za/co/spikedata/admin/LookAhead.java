package za.co.spikedata.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import za.co.spikedata.identity.Viewer;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.TenantVersions;

/**
 * Shows one administrator's session the whole portal in a version that is not applied: its looks
 * and texts. A session is one tenant's, and only an administrator's is given a version; files of a
 * brand are asked for without anybody being looked up. Its rules and hosts stay those that are
 * served, and so does everybody else's portal.
 */
@Component
class LookAhead implements HandlerInterceptor {
    private static final String NUMBER = "settings.look";
    private static final String SCHEME = "settings.look.scheme";
    private static final String SCOPE = LookAhead.class.getName();

    private final TenantVersions versions;

    LookAhead(TenantVersions versions) {
        this.versions = versions;
    }

    /**
     * @param scheme {@code light} or {@code dark}; else whatever the reader's device asks for
     */
    static void start(HttpServletRequest request, int number, String scheme) {
        request.getSession().setAttribute(NUMBER, number);
        request.getSession().setAttribute(SCHEME, scheme);
    }

    static void stop(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(NUMBER);
            session.removeAttribute(SCHEME);
        }
    }

    /** The version this session looks at. */
    static Optional<Integer> number(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(NUMBER) instanceof Integer number
                ? Optional.of(number)
                : Optional.empty();
    }

    static boolean isEntered(HttpServletRequest request) {
        return request.getAttribute(SCOPE) != null;
    }

    /** Static files are the same in every version. */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        boolean isOver =
                Viewer.of(request)
                        .filter(viewer -> !viewer.person().role().isInCharge())
                        .isPresent();
        number(request).filter(_ -> !isOver).ifPresent(number -> enter(request, number));
        return true;
    }

    /** A version that has become invalid since is not shown: what is served is. */
    private void enter(HttpServletRequest request, int number) {
        var tenant = CurrentBrand.find().orElseThrow().tenant().id();
        var version = versions.find(tenant, number);
        if (version.isPresent()) {
            try {
                var brand = seen(request, versions.look(tenant, version.get().files()));
                request.setAttribute(SCOPE, CurrentBrand.enter(brand));
            } catch (InvalidLayers outdated) {
                stop(request);
            }
        }
    }

    private static Brand seen(HttpServletRequest request, Brand brand) {
        return switch (String.valueOf(request.getSession().getAttribute(SCHEME))) {
            case "light" -> brand.inLight();
            case "dark" -> brand.inDark();
            default -> brand;
        };
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (request.getAttribute(SCOPE) instanceof CurrentBrand.Scope scope) {
            request.removeAttribute(SCOPE);
            scope.close();
        }
    }
}
