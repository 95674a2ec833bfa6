package org.vitrail.schema.dataset;

import java.util.List;
import java.util.regex.Pattern;

/** What submission demands of related publications. */
final class PublicationRules {
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

    private PublicationRules() {}

    static void check(List<Publication> publications, Faults faults) {
        for (int i = 0; i < publications.size(); i++) {
            check("publications[" + i + "]", publications.get(i), faults);
        }
    }

    private static void check(String path, Publication publication, Faults faults) {
        if (Faults.blank(publication.doi()) && Faults.blank(publication.url())) {
            faults.add(path, FaultCode.PUBLICATION_EMPTY);
        }
        if (publication.doi() != null && !DOI.matcher(publication.doi()).matches()) {
            faults.add(path + ".doi", FaultCode.DOI_INVALID, publication.doi());
        }
        WebAddress.check(path + ".url", publication.url(), faults);
        if (!Relations.isKnown(publication.relationOrDefault())) {
            faults.add(path + ".relation", FaultCode.RELATION_UNKNOWN, publication.relation());
        }
    }
}
