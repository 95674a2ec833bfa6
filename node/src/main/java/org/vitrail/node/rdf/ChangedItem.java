package org.vitrail.node.rdf;

/**
 * A thing of the change log.
 *
 * @param sequence place in the order of changes, which is the order of commits
 * @param imageId null for a data set
 */
record ChangedItem(long sequence, String accession, String imageId, boolean deleted) {

    boolean isImage() {
        return imageId != null;
    }

    /** Its address below the node's, which names its graph. */
    String path() {
        return "/datasets/" + accession + (isImage() ? "/images/" + imageId : "");
    }
}
