package org.vitrail.schema.dcat;

import static org.vitrail.schema.dcat.Vocabulary.*;

import java.net.URI;
import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Annotation;
import org.vitrail.schema.dataset.ChannelDescription;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.schema.dataset.PlatePosition;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedLabel;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.Split;

/** A published image as a graph, and back; what is written here is read here. */
final class ImageGraph {
    private ImageGraph() {}

    static void write(NodeWriter node, PublishedImage i) {
        node.type(IMAGE).text(IDENTIFIER, i.identifier()).text(IMAGE_ID, i.imageId());
        node.part(
                IS_PART_OF,
                dataset -> dataset.text(IDENTIFIER, i.datasetIdentifier())
                        .text(ACCESSION, i.datasetAccession())
                        .text(TITLE, i.datasetTitle()));
        node.text(NODE, i.node()).text(IN_IMAGE_SET, i.imageSet()).text(TITLE, i.name());
        SharedNodes.writePublisher(node, i.publisher());
        SharedNodes.writeAgents(node, i.creators());
        SharedNodes.writeLicense(node, i.license());
        SharedNodes.writeTerms(node, ORGANISM, i.organisms());
        SharedNodes.writeTerms(node, IMAGING_METHOD, i.imagingMethods());
        SharedNodes.writeTerms(node, SUBJECT_TERM, i.terms());
        node.text(ACCESS, i.access() == null ? null : i.access().word())
                .typed(ISSUED, i.published(), XSDDatatype.XSDdateTime)
                .typed(MODIFIED, i.modified(), XSDDatatype.XSDdateTime)
                .link(ZARR, i.zarr())
                .link(THUMBNAIL, i.thumbnail())
                .text(DIGEST, i.digest())
                .number(SIZE_BYTES, i.sizeBytes());
        if (i.pixels() != null) {
            node.part(PIXELS, part -> writePixels(part, i.pixels()));
        }
        node.entries(HAS_LABEL, i.labels(), ImageGraph::writeLabel);
        node.text(SPLIT, i.split() == null ? null : RecordForm.word(i.split()));
        PlatePosition position = i.position();
        if (position != null) {
            node.part(
                    PLATE_POSITION,
                    part -> part.text(PLATE, position.plate())
                            .text(WELL, position.well())
                            .number(FIELD, position.field()));
        }
    }

    private static void writePixels(NodeWriter part, PixelDescription pixels) {
        part.text(DTYPE, pixels.dtype())
                .number(SIZE_T, pixels.sizeT())
                .number(SIZE_C, pixels.sizeC())
                .number(SIZE_Z, pixels.sizeZ())
                .number(SIZE_Y, pixels.sizeY())
                .number(SIZE_X, pixels.sizeX())
                .text(NGFF_VERSION, pixels.ngffVersion());
        PixelSize size = pixels.pixelSizeMicrometer();
        if (size != null) {
            part.part(
                    PIXEL_SIZE, edge -> edge.real(X, size.x()).real(Y, size.y()).real(Z, size.z()));
        }
        part.entries(CHANNEL, pixels.channels(), ImageGraph::writeChannel);
    }

    private static void writeChannel(NodeWriter entry, ChannelDescription channel) {
        entry.text(NAME, channel.name()).text(COLOR, channel.color()).text(TARGET, channel.target());
        if (channel.biologicalEntity() != null) {
            entry.part(BIOLOGICAL_ENTITY, term -> SharedNodes.writeTerm(term, channel.biologicalEntity()));
        }
        entry.real(EXCITATION, channel.excitationNanometer())
                .real(EMISSION, channel.emissionNanometer())
                .text(FLUOROPHORE, channel.fluorophore());
    }

    private static ChannelDescription readChannel(NodeReader entry) {
        return new ChannelDescription(
                entry.text(NAME),
                entry.text(COLOR),
                entry.text(TARGET),
                entry.part(BIOLOGICAL_ENTITY, SharedNodes::readTerm),
                entry.real(EXCITATION),
                entry.real(EMISSION),
                entry.text(FLUOROPHORE));
    }

    private static void writeLabel(NodeWriter entry, PublishedLabel label) {
        entry.type(LABEL)
                .text(LABEL_ID, label.labelId())
                .text(NAME, label.name())
                .link(ZARR, label.zarr())
                .text(DIGEST, label.digest())
                .text(DTYPE, label.dtype());
        if (label.annotation() != null) {
            entry.part(ANNOTATION, part -> RecordGraph.write(part, label.annotation()));
        }
    }

    static PublishedImage read(NodeReader node, URI landingPage) {
        return new PublishedImage(
                node.requiredText(IDENTIFIER),
                node.requiredText(IMAGE_ID),
                node.part(IS_PART_OF, dataset -> dataset.text(IDENTIFIER)),
                node.part(IS_PART_OF, dataset -> dataset.text(ACCESSION)),
                node.part(IS_PART_OF, dataset -> dataset.text(TITLE)),
                node.text(NODE),
                SharedNodes.readPublisher(node),
                landingPage,
                node.text(IN_IMAGE_SET),
                node.text(TITLE),
                SharedNodes.readAgents(node),
                node.text(LICENSE_ID),
                SharedNodes.readTerms(node, ORGANISM),
                SharedNodes.readTerms(node, IMAGING_METHOD),
                SharedNodes.readTerms(node, SUBJECT_TERM),
                node.parsed(ACCESS, Access::ofWord),
                node.parsed(ISSUED, Instant::parse),
                node.parsed(MODIFIED, Instant::parse),
                node.part(PIXELS, ImageGraph::readPixels),
                node.link(ZARR),
                node.link(THUMBNAIL),
                node.text(DIGEST),
                node.number(SIZE_BYTES),
                node.entries(HAS_LABEL, ImageGraph::readLabel),
                node.part(
                        PLATE_POSITION,
                        part -> new PlatePosition(part.text(PLATE), part.text(WELL), part.count(FIELD))),
                node.parsed(SPLIT, word -> RecordForm.ofWord(Split.class, word)));
    }

    private static PixelDescription readPixels(NodeReader part) {
        return new PixelDescription(
                part.text(DTYPE),
                part.number(SIZE_T),
                part.count(SIZE_C),
                part.number(SIZE_Z),
                part.number(SIZE_Y),
                part.number(SIZE_X),
                part.part(PIXEL_SIZE, edge -> new PixelSize(edge.real(X), edge.real(Y), edge.real(Z))),
                part.entries(CHANNEL, ImageGraph::readChannel),
                part.text(NGFF_VERSION));
    }

    private static PublishedLabel readLabel(NodeReader entry) {
        return new PublishedLabel(
                entry.text(LABEL_ID),
                entry.text(NAME),
                entry.link(ZARR),
                entry.text(DIGEST),
                entry.text(DTYPE),
                entry.part(ANNOTATION, part -> RecordGraph.read(part, Annotation.class)));
    }
}
