package za.co.spikedata.vault;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The buckets; they see ciphertext and meaningless names only. */
@Component
class ObjectStore {
    /** What one request may name, by the S3 protocol. */
    private static final int MOST_AT_ONCE = 1_000;

    /** A third of the connections that the client keeps. */
    private static final int ASKED_AT_ONCE = 16;

    private static final int HTTP_NOT_IMPLEMENTED = 501;

    private final S3Client s3;
    private final VaultSettings settings;

    ObjectStore(S3Client s3, VaultSettings settings) {
        this.s3 = s3;
        this.settings = settings;
    }

    void put(String name, byte[] content, int length) {
        s3.putObject(
                request -> request.bucket(bucket(name)).key(name),
                RequestBody.fromBytes(Arrays.copyOf(content, length)));
    }

    String begin(String name) {
        return s3.createMultipartUpload(request -> request.bucket(bucket(name)).key(name))
                .uploadId();
    }

    CompletedPart part(String name, String upload, int number, byte[] content, int length) {
        var tag =
                s3.uploadPart(
                                request ->
                                        request.bucket(bucket(name))
                                                .key(name)
                                                .uploadId(upload)
                                                .partNumber(number),
                                RequestBody.fromBytes(Arrays.copyOf(content, length)))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    void complete(String name, String upload, List<CompletedPart> parts) {
        s3.completeMultipartUpload(request ->
                request.bucket(bucket(name))
                        .key(name)
                        .uploadId(upload)
                        .multipartUpload(whole -> whole.parts(parts)));
    }

    void abort(String name, String upload) {
        s3.abortMultipartUpload(request -> request.bucket(bucket(name)).key(name).uploadId(upload));
    }

    InputStream open(String name) {
        return s3.getObject(request -> request.bucket(bucket(name)).key(name));
    }

    /** Whether any of these is there. */
    boolean hasAny(List<String> names) {
        return asked(names, this::has).contains(true);
    }

    /** Which of these are not there. */
    Set<String> missing(List<String> names) {
        var missing = new HashSet<String>();
        var all = asked(names, this::has);
        for (int i = 0; i < names.size(); i++) {
            if (!all.get(i)) {
                missing.add(names.get(i));
            }
        }
        return missing;
    }

    /** Names of a shelf's objects that are older than that, page by page; no others' objects. */
    Iterable<List<String>> pages(Shelf shelf, Instant before) {
        return () ->
                pages(shelf, "").stream()
                        .map(page ->
                                page.stream()
                                        .filter(object -> object.lastModified().isBefore(before))
                                        .map(S3Object::key)
                                        .filter(shelf::isName)
                                        .toList())
                        .iterator();
    }

    /** Objects of a shelf's bucket whose names begin so, page by page. */
    SdkIterable<List<S3Object>> pages(Shelf shelf, String beginning) {
        var pages =
                s3.listObjectsV2Paginator(
                        request -> request.bucket(settings.bucket(shelf)).prefix(beginning));
        return () -> pages.stream().map(ListObjectsV2Response::contents).iterator();
    }

    /** Small objects by name; those that are not there are left out. */
    Map<String, byte[]> read(List<String> names) {
        var found = new HashMap<String, byte[]>();
        var all = asked(names, this::content);
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            all.get(i).ifPresent(content -> found.put(name, content));
        }
        return found;
    }

    private Optional<byte[]> content(String name) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket(name)).key(name))
                            .asByteArray());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    /** Asks for many at a time, since each is asked for alone. */
    private static <T> List<T> asked(List<String> names, Function<String, T> question) {
        if (names.size() == 1) {
            return List.of(question.apply(names.getFirst()));
        }
        try (var asking =
                Executors.newFixedThreadPool(ASKED_AT_ONCE, Thread.ofVirtual().factory())) {
            var answers =
                    names.stream().map(name -> asking.submit(() -> question.apply(name))).toList();
            var all = new ArrayList<T>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("Expected to wait for the store", stopped);
        } catch (ExecutionException failed) {
            throw SdkClientException.create("Expected the store to answer", failed.getCause());
        }
    }

    private boolean has(String name) {
        try {
            s3.headObject(request -> request.bucket(bucket(name)).key(name));
            return true;
        } catch (NoSuchKeyException gone) {
            return false;
        }
    }

    /**
     * Deletes objects, on a bucket that keeps versions every one of theirs; absent ones are fine.
     *
     * @throws ObjectsKept when all others are deleted
     */
    void delete(List<String> names) {
        int kept =
                names.stream().collect(Collectors.groupingBy(this::bucket)).entrySet().stream()
                        .mapToInt(each -> kept(each.getKey(), each.getValue()))
                        .sum();
        if (kept > 0) {
            throw new ObjectsKept(kept);
        }
    }

    /** Deletes, and tells how many the store refused to. */
    private int kept(String bucket, List<String> names) {
        if (keepsVersions(bucket)) {
            return names.stream().mapToInt(name -> keptVersions(bucket, name)).sum();
        }
        int kept = 0;
        for (int from = 0; from < names.size(); from += MOST_AT_ONCE) {
            kept +=
                    kept(
                            bucket,
                            names
                                    .subList(from, Math.min(names.size(), from + MOST_AT_ONCE))
                                    .stream()
                                    .map(name -> ObjectIdentifier.builder().key(name).build())
                                    .toArray(ObjectIdentifier[]::new));
        }
        return kept;
    }

    private int keptVersions(String bucket, String name) {
        var versions =
                s3.listObjectVersionsPaginator(request -> request.bucket(bucket).prefix(name));
        int kept = 0;
        for (var page : versions) {
            var all =
                    Stream.concat(
                                    page.versions().stream()
                                            .map(each -> identifier(each.key(), each.versionId())),
                                    page.deleteMarkers().stream()
                                            .map(each -> identifier(each.key(), each.versionId())))
                            .toArray(ObjectIdentifier[]::new);
            if (all.length > 0) {
                kept += kept(bucket, all);
            }
        }
        return kept;
    }

    private static ObjectIdentifier identifier(String name, String version) {
        return ObjectIdentifier.builder().key(name).versionId(version).build();
    }

    private int kept(String bucket, ObjectIdentifier... objects) {
        return s3.deleteObjects(request ->
                        request.bucket(bucket).delete(which -> which.objects(objects).quiet(true)))
                .errors()
                .size();
    }

    /** A store that does not know the question keeps none. */
    private boolean keepsVersions(String bucket) {
        try {
            return s3.getBucketVersioning(request -> request.bucket(bucket)).status() != null;
        } catch (S3Exception unknown) {
            if (unknown.statusCode() == HTTP_NOT_IMPLEMENTED) {
                return false;
            }
            throw unknown;
        }
    }

    private String bucket(String name) {
        return settings.bucket(Shelf.of(name));
    }
}
