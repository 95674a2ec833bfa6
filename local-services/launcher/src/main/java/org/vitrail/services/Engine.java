package org.vitrail.services;

/** The engines that the applications need; in production each is a server of the institution, given by URL. */
public enum Engine {
    POSTGRESQL("PostgreSQL", "postgresql"),
    S3("S3", "s3"),
    ELASTICSEARCH("Elasticsearch", "elasticsearch"),
    KEYCLOAK("Keycloak", "keycloak");

    private final String title;
    private final String key;

    Engine(String title, String key) {
        this.title = title;
        this.key = key;
    }

    /** The name that people read, such as {@code Elasticsearch}. */
    public String title() {
        return title;
    }

    /** The name of its data folder, its log and its module {@code local-services/engine-…}. */
    public String key() {
        return key;
    }
}
