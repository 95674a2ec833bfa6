package org.vitrail.gateway.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vitrail.gateway.registry.Repository;

/**
 * What one record looks like in its index.
 *
 * @param identifier OAI identifier, which is the document's
 * @param version an older one never takes the place of a newer one
 * @param content null when the document has to go
 */
public record IndexedDocument(String identifier, Repository repository, long version, ObjectNode content) {

    /** A document that has to leave the index. */
    public static IndexedDocument removed(String identifier, Repository repository, long version) {
        return new IndexedDocument(identifier, repository, version, null);
    }

    public boolean isRemoval() {
        return content == null;
    }
}
