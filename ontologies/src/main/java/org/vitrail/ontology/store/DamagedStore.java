package org.vitrail.ontology.store;

import java.nio.file.Path;
import org.vitrail.ontology.OntologyFault;

/** A file of the store that is not what was written. */
public final class DamagedStore extends OntologyFault {

    DamagedStore(Path file, Throwable cause) {
        super(file + " is damaged. Remove its ontology's entry and file, and load it again.", cause);
    }
}
