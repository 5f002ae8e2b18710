package za.co.spikedata.vault;

import software.amazon.awssdk.core.exception.SdkClientException;

/** The store deleted what it was asked to but for some, such as those under an object lock. */
final class ObjectsKept extends SdkClientException {
    private static final long serialVersionUID = 1L;

    ObjectsKept(int count) {
        super(builder().message("Expected the store to delete all objects, kept " + count));
    }
}
