package org.vitrail.schema.dcat;

import static org.vitrail.schema.dcat.Vocabulary.*;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.LeadImage;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.StudyContext;

/** A published data set as a graph, and back; what is written here is read here. */
final class DatasetGraph {
    private DatasetGraph() {}

    static void write(NodeWriter node, PublishedDataset d) {
        node.type(DATASET).type(DCAT_DATASET);
        writeIdentity(node, d);
        node.text(TITLE, d.title()).text(DESCRIPTION, d.description());
        SharedNodes.writeAgents(node, d.creators());
        SharedNodes.writeLicense(node, d.license());
        SharedNodes.writePublisher(node, d.publisher());
        SharedNodes.writeTerms(node, ORGANISM, d.organisms());
        SharedNodes.writeTerms(node, IMAGING_METHOD, d.imagingMethods());
        SharedNodes.writeTerms(node, SUBJECT_TERM, d.terms());
        d.keywords().forEach(keyword -> node.text(KEYWORD, keyword));
        node.entries(KEYWORD_ENTRY, d.keywords(), (entry, keyword) -> entry.text(VALUE, keyword));
        node.entries(PUBLICATION, d.publications(), DatasetGraph::writePublication);
        node.text(ACCESS, d.access() == null ? null : d.access().word())
                .typed(EMBARGO_UNTIL, d.embargoUntil(), XSDDatatype.XSDdate);
        node.entries(IN_IMAGE_SET, d.imageSets(), DatasetGraph::writeImageSet);
        node.number(IMAGE_COUNT, d.imageCount()).number(SIZE_BYTES, d.sizeBytes());
        RecordGraph.write(node, d.context());
        LeadImage lead = d.leadImage();
        if (lead != null) {
            node.part(
                    LEAD_IMAGE,
                    part -> part.text(IDENTIFIER, lead.identifier())
                            .link(ZARR, lead.zarr())
                            .link(THUMBNAIL, lead.thumbnail()));
        }
    }

    private static void writeIdentity(NodeWriter node, PublishedDataset d) {
        node.text(IDENTIFIER, d.identifier())
                .text(ACCESSION, d.accession())
                .number(VERSION, d.version())
                .text(NODE, d.node())
                .link(CURRENT_VERSION, d.versionPage())
                .text(CONCEPT_DOI, d.conceptDoi())
                .text(VERSION_DOI, d.versionDoi())
                .typed(DOI_REGISTERED, d.doiRegistered(), XSDDatatype.XSDboolean)
                .typed(ISSUED, d.published(), XSDDatatype.XSDdateTime)
                .typed(MODIFIED, d.modified(), XSDDatatype.XSDdateTime);
    }

    private static void writePublication(NodeWriter entry, Publication publication) {
        entry.text(DOI, publication.doi()).text(URL, publication.url()).text(RELATION, publication.relation());
    }

    private static void writeImageSet(NodeWriter entry, PublishedImageSet set) {
        entry.type(IMAGE_SET).text(TITLE, set.name());
        SharedNodes.writeTerms(entry, ORGANISM, set.organisms());
        SharedNodes.writeTerms(entry, IMAGING_METHOD, set.imagingMethods());
        SharedNodes.writeTerms(entry, SUBJECT_TERM, set.terms());
        SharedNodes.writeLicense(entry, set.license());
        entry.number(IMAGE_COUNT, set.imageCount());
    }

    static PublishedDataset read(NodeReader node, URI landingPage) {
        return new PublishedDataset(
                node.requiredText(IDENTIFIER),
                node.requiredText(ACCESSION),
                node.count(VERSION),
                node.text(NODE),
                SharedNodes.readPublisher(node),
                landingPage,
                node.link(CURRENT_VERSION),
                node.text(CONCEPT_DOI),
                node.text(VERSION_DOI),
                Set.of("true", "1").contains(String.valueOf(node.text(DOI_REGISTERED))),
                node.parsed(ISSUED, Instant::parse),
                node.parsed(MODIFIED, Instant::parse),
                node.requiredText(TITLE),
                node.text(DESCRIPTION),
                SharedNodes.readAgents(node),
                node.text(LICENSE_ID),
                SharedNodes.readTerms(node, ORGANISM),
                SharedNodes.readTerms(node, IMAGING_METHOD),
                SharedNodes.readTerms(node, SUBJECT_TERM),
                node.entries(KEYWORD_ENTRY, entry -> entry.requiredText(VALUE)),
                node.entries(PUBLICATION, DatasetGraph::readPublication),
                node.parsed(ACCESS, Access::ofWord),
                node.parsed(EMBARGO_UNTIL, LocalDate::parse),
                node.entries(IN_IMAGE_SET, DatasetGraph::readImageSet),
                node.count(IMAGE_COUNT),
                node.number(SIZE_BYTES),
                node.part(
                        LEAD_IMAGE,
                        part -> new LeadImage(part.text(IDENTIFIER), part.link(ZARR), part.link(THUMBNAIL))),
                RecordGraph.read(node, StudyContext.class));
    }

    private static Publication readPublication(NodeReader entry) {
        return new Publication(entry.text(DOI), entry.text(URL), entry.text(RELATION));
    }

    private static PublishedImageSet readImageSet(NodeReader entry) {
        return new PublishedImageSet(
                entry.text(TITLE),
                SharedNodes.readTerms(entry, ORGANISM),
                SharedNodes.readTerms(entry, IMAGING_METHOD),
                SharedNodes.readTerms(entry, SUBJECT_TERM),
                entry.text(LICENSE_ID),
                entry.count(IMAGE_COUNT));
    }
}
