package org.vitrail.services;

import java.net.URI;

/**
 * The local S3: path-style addresses, region {@code us-east-1}, signature version 4.
 *
 * @param endpoint on the loopback interface
 * @param secretKey made at random when the data folder was first used
 */
public record S3Endpoint(URI endpoint, String accessKey, String secretKey) {

    /** The region that requests are signed for. */
    public static final String REGION = "us-east-1";

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
