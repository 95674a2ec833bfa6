package org.vitrail.schema.datacite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrail.schema.datacite.Resource.Award;
import org.vitrail.schema.datacite.Resource.Related;
import org.vitrail.schema.dataset.Funding;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.Relations;
import org.vitrail.schema.xml.XmlText;

/** What a data set stands beside: publications, plans, awards. Kernel 4.5, relatedIdentifier and fundingReference. */
final class OtherWorks {
    private OtherWorks() {}

    /** The versions first, then what the description names. */
    static List<Related> related(List<Related> versions, PublishedDataset d) {
        return Stream.of(
                        versions.stream(),
                        d.publications().stream().map(OtherWorks::publication),
                        d.plans().stream().map(OtherWorks::plan))
                .flatMap(related -> related)
                .filter(related -> related.identifier() != null)
                .toList();
    }

    private static Related publication(Publication publication) {
        String relation = publication.relationOrDefault();
        boolean url = publication.doi() == null;
        return new Related(
                XmlText.legalOrNull(url ? publication.url() : publication.doi()),
                url ? "URL" : "DOI",
                Relations.isKnown(relation) ? relation : "References");
    }

    private static Related plan(String address) {
        return new Related(XmlText.legalOrNull(address), "URL", "IsDocumentedBy", "OutputManagementPlan");
    }

    static List<Award> awards(PublishedDataset d) {
        return d.funding().stream().flatMap(funding -> award(funding).stream()).toList();
    }

    /** The kernel demands a funder's name; an identifier stands for it where that alone is known. */
    private static Optional<Award> award(Funding funding) {
        String name = XmlText.legalOrNull(funding.displayName());
        if (name == null) {
            return Optional.empty();
        }
        boolean ror = funding.findRorUrl().isPresent();
        String id = funding.findFunderUrl().orElse(null);
        return Optional.of(new Award(
                name,
                id,
                id == null ? null : ror ? "ROR" : "Crossref Funder ID",
                XmlText.legalOrNull(funding.awardNumber()),
                Publication.findUri(funding.awardUri()).map(Object::toString).orElse(null),
                XmlText.legalOrNull(funding.awardTitle())));
    }
}
