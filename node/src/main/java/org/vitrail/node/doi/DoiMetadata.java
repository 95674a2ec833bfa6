package org.vitrail.node.doi;

import java.net.URI;
import java.util.Optional;

/** Knows what DOIs name; implemented where data sets are published. */
public interface DoiMetadata {

    /**
     * What DataCite is told of a DOI.
     *
     * @param url landing page
     * @param xml DataCite kernel-4, with the DOI as identifier
     */
    record DoiRecord(URI url, String xml) {}

    /** Of all versions together; of a withdrawn data set too. Empty if nothing is published under the accession. */
    Optional<DoiRecord> findConcept(String accession);

    /** Of one version; else as {@link #findConcept}. */
    Optional<DoiRecord> findVersion(String accession, int version);
}
