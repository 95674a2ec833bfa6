package org.vitrail.store;

/** The store understood and refused: wrong credentials, no permission, a wrong checksum, parts that do not fit. An operator acts. */
public final class StoreRefused extends ObjectStoreException {

    private final String code;

    /** A message that names bucket and key; the S3 error code; and what brought it about. */
    public StoreRefused(String message, String code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Error code of S3, e.g. {@code AccessDenied}, {@code BadDigest}, {@code InvalidPart}. */
    public String code() {
        return code;
    }
}
