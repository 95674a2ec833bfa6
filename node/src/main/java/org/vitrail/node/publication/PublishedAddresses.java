package org.vitrail.node.publication;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.vitrail.node.access.PublicAddress;

/** Identifiers and public URLs of what is published. Contracts §1 and §4. */
final class PublishedAddresses {
    private final PublicAddress address;
    private final String domain;

    PublishedAddresses(PublicAddress address, String domain) {
        this.address = address;
        this.domain = domain;
    }

    String identifier(String accession) {
        return "oai:" + domain + ":" + accession;
    }

    String identifier(String accession, String imageId) {
        return identifier(accession) + "/" + imageId;
    }

    URI dataset(String accession) {
        return address.of("/datasets/" + accession);
    }

    URI version(String accession, int version) {
        return address.of("/datasets/" + accession + "/v" + version);
    }

    URI image(String accession, String imageId) {
        return address.of("/datasets/" + accession + "/images/" + imageId);
    }

    URI zarr(String accession, String imageId) {
        return address.of("/zarr/" + accession + "/" + imageId + ".ome.zarr");
    }

    URI thumbnail(String accession, String imageId) {
        return address.of("/thumbnails/" + accession + "/" + imageId + ".jpg");
    }

    static URI label(URI zarr, String name) {
        String segment = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(zarr + "/labels/" + segment);
    }
}
