package za.co.spikedata.vault;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The bucket; sees ciphertext and meaningless names only. */
@Component
class ObjectStore {
    private final S3Client s3;
    private final String bucket;

    ObjectStore(S3Client s3, VaultSettings settings) {
        this.s3 = s3;
        this.bucket = settings.bucket();
    }

    void put(String name, byte[] content, int length) {
        s3.putObject(
                request -> request.bucket(bucket).key(name),
                RequestBody.fromBytes(Arrays.copyOf(content, length)));
    }

    String begin(String name) {
        return s3.createMultipartUpload(request -> request.bucket(bucket).key(name)).uploadId();
    }

    CompletedPart part(String name, String upload, int number, byte[] content, int length) {
        var tag =
                s3.uploadPart(
                                request ->
                                        request.bucket(bucket)
                                                .key(name)
                                                .uploadId(upload)
                                                .partNumber(number),
                                RequestBody.fromBytes(Arrays.copyOf(content, length)))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    void complete(String name, String upload, List<CompletedPart> parts) {
        s3.completeMultipartUpload(request ->
                request.bucket(bucket)
                        .key(name)
                        .uploadId(upload)
                        .multipartUpload(whole -> whole.parts(parts)));
    }

    void abort(String name, String upload) {
        s3.abortMultipartUpload(request -> request.bucket(bucket).key(name).uploadId(upload));
    }

    InputStream open(String name) {
        return s3.getObject(request -> request.bucket(bucket).key(name));
    }

    void delete(String name) {
        s3.deleteObject(request -> request.bucket(bucket).key(name));
    }
}
