package org.vitrail.node.doi.datacite;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * A repository account.
 *
 * @param api address of the REST API
 * @param password never shown: not by {@link #toString()} either
 * @param contact mail address or page of who runs the node; a mail address is told to DataCite with each request, as it asks for
 * @param timeout of one answer
 */
public record DataCiteAccount(URI api, String repositoryId, String password, String contact, Duration timeout) {

    /** Address below the API's. @param path begins with a slash */
    URI address(String path) {
        return URI.create(api.toString().replaceAll("/+$", "") + path);
    }

    /** HTTP Basic, RFC 7617. */
    String authorization() {
        byte[] pair = (repositoryId + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    String agent() {
        String mail = contact.replaceFirst("^mailto:", "");
        return mail.matches("[!-~]+@[!-~]+") ? "Vitrail (mailto:" + mail + ")" : "Vitrail";
    }

    @Override
    public String toString() {
        return repositoryId + " at " + api;
    }
}
