package za.co.spikedata.web;

import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** After sign-in people come back to the page they asked for, never to a fragment or a picture. */
class PagesOnlyRequestCache extends HttpSessionRequestCache {
    PagesOnlyRequestCache() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        setRequestMatcher(
                new AndRequestMatcher(
                        html,
                        request -> "GET".equals(request.getMethod()),
                        new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request"))));
    }
}
