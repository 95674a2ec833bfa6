package org.vitrail.cli.image;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options about addresses. */
final class PlaceOptions {

    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description = "S3 store of s3:// addresses (default: AWS_ENDPOINT_URL, else Amazon's)")
    private String s3Endpoint;

    /** Only addresses of buckets need an endpoint. */
    void warnIfUnused(ImageInputs inputs, CommandLine console) {
        boolean bucket = inputs.address() != null && inputs.address().regionMatches(true, 0, "s3:", 0, 3);
        if (s3Endpoint != null && !bucket) {
            console.getErr().println("--s3-endpoint has no effect: it is for addresses that begin with s3://.");
        }
    }

    /** Variables that say what addresses do not: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, … */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (s3Endpoint != null) {
            environment.put("AWS_ENDPOINT_URL", s3Endpoint);
            environment.remove("AWS_ENDPOINT_URL_S3");
        }
        return environment;
    }
}
