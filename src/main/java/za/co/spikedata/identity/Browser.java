package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A browser as people call it, told from what it says of itself. */
record Browser(String product, String system) {
    private static final Map<String, String> PRODUCTS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        PRODUCTS.put("Edg", "Edge");
        PRODUCTS.put("OPR", "Opera");
        PRODUCTS.put("SamsungBrowser", "Samsung Internet");
        PRODUCTS.put("Firefox", "Firefox");
        PRODUCTS.put("FxiOS", "Firefox");
        PRODUCTS.put("Chrome", "Chrome");
        PRODUCTS.put("CriOS", "Chrome");
        PRODUCTS.put("Safari", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    static Browser of(HttpServletRequest request) {
        var said = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Browser(first(PRODUCTS, said), first(SYSTEMS, said));
    }

    private static String first(Map<String, String> marks, String said) {
        return marks.entrySet().stream()
                .filter(mark -> said.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }

    /** Such as {@code Firefox, Windows}. */
    @Override
    public String toString() {
        return product + ", " + system;
    }
}
