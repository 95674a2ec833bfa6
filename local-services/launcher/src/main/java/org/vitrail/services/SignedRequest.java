package org.vitrail.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A GET of S3 signed with AWS signature version 4, to see that the keys are accepted. Not a client: see the object-store module.
 * Source: AWS Signature Version 4 for API requests, "Create a signed request".
 */
final class SignedRequest {

    private static final String SERVICE = "s3";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final S3Endpoint endpoint;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    SignedRequest(S3Endpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** The HTTP status of the answer; {@code /} lists the buckets. */
    int status(String path) throws IOException, InterruptedException {
        String time = TIME.format(clock.instant());
        String scope = time.substring(0, 8) + "/" + S3Endpoint.REGION + "/" + SERVICE + "/aws4_request";
        String emptyBody = hex(sha256(""));
        String host = endpoint.endpoint().getAuthority();
        String headers = "host;x-amz-content-sha256;x-amz-date";
        String canonical = "GET\n" + path + "\n\nhost:" + host + "\nx-amz-content-sha256:" + emptyBody + "\nx-amz-date:"
                + time + "\n\n" + headers + "\n" + emptyBody;
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hex(sha256(canonical));
        String authorization = "AWS4-HMAC-SHA256 Credential=" + endpoint.accessKey() + "/" + scope + ", SignedHeaders="
                + headers + ", Signature=" + hex(hmac(key(time.substring(0, 8)), toSign));
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.endpoint() + path))
                .timeout(Duration.ofSeconds(5))
                .header("x-amz-content-sha256", emptyBody)
                .header("x-amz-date", time)
                .header("Authorization", authorization)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private byte[] key(String day) {
        byte[] first = ("AWS4" + endpoint.secretKey()).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(first, day), S3Endpoint.REGION), SERVICE), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
