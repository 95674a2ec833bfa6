package org.vitrail.node.oaipmh;

/** The two OAI-PMH repositories of a node. */
enum OaiRepository {
    DATASETS("datasets", "/oai"),
    IMAGES("images", "/oai/images");

    private final String key;
    private final String path;

    OaiRepository(String key, String path) {
        this.key = key;
        this.path = path;
    }

    /** The value of {@code oai_item.repository}. */
    String key() {
        return key;
    }

    /** The path of the repository's base URL below the node's. */
    String path() {
        return path;
    }
}
