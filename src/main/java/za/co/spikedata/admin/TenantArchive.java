package za.co.spikedata.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import za.co.spikedata.tenancy.FileText;
import za.co.spikedata.tenancy.TenantId;

/** A tenant's files as a ZIP of its folder; the same files are the same bytes. */
final class TenantArchive {
    /** ZIP files begin to count here; when it was made would make each one another. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TenantArchive() {}

    /**
     * @param schema what the document's editors know it by, beside the folder
     */
    static byte[] zip(TenantId tenant, Map<String, String> files, String schema) {
        var all = new TreeMap<String, String>();
        files.forEach((path, text) -> all.put(tenant + "/" + path, text));
        all.put("tenant.schema.json", schema);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : all.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(FileText.bytes(file.getKey(), file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
