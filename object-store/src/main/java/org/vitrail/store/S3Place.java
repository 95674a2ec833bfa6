package org.vitrail.store;

import java.net.URI;
import java.util.Map;
import org.vitrail.omezarr.ZarrPlace;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ZarrStoreFailure;

/**
 * Addresses {@code s3://bucket/prefix}. The environment says the rest, by the names that AWS's own tools read: {@code
 * AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and {@code AWS_SESSION_TOKEN} (without them anybody's access), {@code AWS_REGION}
 * or {@code AWS_DEFAULT_REGION}, {@code AWS_ENDPOINT_URL_S3} or {@code AWS_ENDPOINT_URL} for stores other than Amazon's.
 */
public final class S3Place implements ZarrPlace {

    @Override
    public String scheme() {
        return "s3";
    }

    @Override
    public ZarrStore open(URI address, Map<String, String> environment) {
        String bucket = address.getAuthority();
        String prefix = address.getPath() == null ? "" : address.getPath().replaceAll("^/+|/+$", "");
        if (prefix.isEmpty()) {
            throw new ZarrStoreFailure(address + " names a bucket alone. Give the folder of the OME-Zarr in it.");
        }
        String region = first(environment, "AWS_REGION", "AWS_DEFAULT_REGION");
        String accessKey = first(environment, "AWS_ACCESS_KEY_ID");
        String secretKey = first(environment, "AWS_SECRET_ACCESS_KEY");
        if ((accessKey == null) != (secretKey == null)) {
            throw new ZarrStoreFailure(
                    "Only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set. Set both, or none for "
                            + "data that anybody may read.");
        }
        URI endpoint = endpoint(first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"));
        StoreConfig config = accessKey == null
                ? StoreConfig.anonymous(endpoint, region, bucket)
                : new StoreConfig(
                        endpoint, null, region, bucket, accessKey, secretKey, first(environment, "AWS_SESSION_TOKEN"));
        return new S3ZarrStore(new ObjectStore(config), address.toString(), prefix + "/");
    }

    private static URI endpoint(String named) {
        URI endpoint;
        try {
            endpoint = URI.create(named == null ? "https://s3.amazonaws.com" : named);
        } catch (IllegalArgumentException bad) {
            endpoint = URI.create("none");
        }
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("(?i)https?")) {
            throw new ZarrStoreFailure(
                    "The S3 endpoint " + named + " is no http or https address. Set AWS_ENDPOINT_URL to one.");
        }
        return endpoint;
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }
}
