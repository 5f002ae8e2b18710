package za.co.spikedata.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files under {@code themes/} and {@code tenants/}: those in the jar, or those of a folder of
 * the same shape, as text by path.
 */
final class LayerFiles {
    private LayerFiles() {}

    /**
     * @param folder holds {@code themes} and {@code tenants}; absent: those in the jar
     * @return text by path such as {@code tenants/acme/tenant.yml}, in order
     */
    static Map<String, String> read(Optional<Path> folder) {
        try {
            return folder.isPresent() ? fromFolder(folder.get()) : fromJar();
        } catch (IOException broken) {
            throw new IllegalStateException("Expected readable themes and tenants", broken);
        }
    }

    private static Map<String, String> fromFolder(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        for (var root : new String[] {"themes", "tenants"}) {
            if (!Files.isDirectory(folder.resolve(root))) {
                continue;
            }
            try (var paths = Files.walk(folder.resolve(root))) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    var name = folder.relativize(path).toString().replace('\\', '/');
                    files.put(name, FileText.of(name, Files.readAllBytes(path)));
                }
            }
        }
        return files;
    }

    private static Map<String, String> fromJar() throws IOException {
        var files = new TreeMap<String, String>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (var root : new String[] {"themes", "tenants"}) {
            for (Resource resource : resolver.getResources("classpath*:" + root + "/**")) {
                var url = resource.getURL().toString();
                if (!resource.isReadable() || url.endsWith("/")) {
                    continue;
                }
                var name = url.substring(url.lastIndexOf("/" + root + "/") + 1);
                files.put(name, FileText.of(name, resource.getContentAsByteArray()));
            }
        }
        return files;
    }
}
