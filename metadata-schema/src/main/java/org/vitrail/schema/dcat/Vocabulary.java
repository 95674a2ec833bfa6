package org.vitrail.schema.dcat;

import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/**
 * Terms of vitrail: and of the vocabularies beside it. Namespace https://w3id.org/vitrail/terms#.
 *
 * <p>Classes: {@code Dataset} (a version of a data set, subject its landing page), {@code Image}, {@code ImageSet},
 * {@code Label} (a segmentation). Each property's comment says what it holds.
 */
final class Vocabulary {
    static final String VITRAIL = "https://w3id.org/vitrail/terms#";
    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String DCT = "http://purl.org/dc/terms/";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String SCHEMA = "https://schema.org/";
    static final String OBO = "http://purl.obolibrary.org/obo/";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    static final Map<String, String> PREFIXES = Map.of(
            "vitrail", VITRAIL,
            "dcat", DCAT,
            "dct", DCT,
            "foaf", FOAF,
            "prov", PROV,
            "schema", SCHEMA,
            "obo", OBO,
            "rdfs", RDFS,
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    static final Resource DATASET = resource(VITRAIL, "Dataset");
    static final Resource IMAGE = resource(VITRAIL, "Image");
    static final Resource IMAGE_SET = resource(VITRAIL, "ImageSet");
    static final Resource LABEL = resource(VITRAIL, "Label");
    static final Resource DCAT_DATASET = resource(DCAT, "Dataset");
    static final Resource PERSON = resource(FOAF, "Person");
    static final Resource ORGANIZATION = resource(FOAF, "Organization");

    static final Property TYPE = property(RDF, "type");
    static final Property VALUE = property(RDF, "value");
    static final Property RDFS_LABEL = property(RDFS, "label");
    static final Property IDENTIFIER = property(DCT, "identifier");
    static final Property TITLE = property(DCT, "title");
    static final Property DESCRIPTION = property(DCT, "description");
    static final Property CREATOR = property(DCT, "creator");
    static final Property PUBLISHER = property(DCT, "publisher");
    static final Property ISSUED = property(DCT, "issued");
    static final Property MODIFIED = property(DCT, "modified");
    static final Property LICENSE = property(DCT, "license");
    static final Property IS_PART_OF = property(DCT, "isPartOf");
    static final Property KEYWORD = property(DCAT, "keyword");
    static final Property CURRENT_VERSION = property(DCAT, "hasCurrentVersion");
    static final Property NAME = property(FOAF, "name");

    /** Place of an entry in its list, from 1. */
    static final Property POSITION = own("position");
    /** Node-local id of a data set. */
    static final Property ACCESSION = own("accession");
    /** Number of the version described. */
    static final Property VERSION = own("version");
    /** Short name of the node that owns it. */
    static final Property NODE = own("node");
    /** Identifier of all versions together, bare; only a DOI when doiRegistered is true. */
    static final Property CONCEPT_DOI = own("conceptDoi");
    /** Identifier of this version, bare; only a DOI when doiRegistered is true. */
    static final Property VERSION_DOI = own("versionDoi");
    /** False for demonstration identifiers. */
    static final Property DOI_REGISTERED = own("doiRegistered");
    /** Organization of an agent, where a person's name stands beside it. */
    static final Property ORGANIZATION_NAME = own("organization");

    static final Property ORCID = own("orcid");
    /** Affiliation in words. */
    static final Property AFFILIATION = own("affiliation");

    static final Property ROR = own("ror");
    /** SPDX identifier of the license; dct:license holds its IRI where known. */
    static final Property LICENSE_ID = own("license");
    /** An entry with vitrail:term, vitrail:curie and rdfs:label. */
    static final Property ORGANISM = own("organism");

    static final Property IMAGING_METHOD = own("imagingMethod");
    static final Property SUBJECT_TERM = own("subjectTerm");
    /** IRI of an entry's ontology term. */
    static final Property TERM = own("term");

    static final Property CURIE = own("curie");
    /** An entry with rdf:value; dcat:keyword has the same words without order. */
    static final Property KEYWORD_ENTRY = own("keyword");
    /** An entry with vitrail:doi, vitrail:url, vitrail:relation (DataCite relationType). */
    static final Property PUBLICATION = own("publication");

    static final Property DOI = own("doi");
    static final Property URL = own("url");
    static final Property RELATION = own("relation");
    /** open, embargoed, restricted or metadataOnly. */
    static final Property ACCESS = own("access");
    /** First day of public pixels. */
    static final Property EMBARGO_UNTIL = own("embargoUntil");
    /** On a data set an entry, on an image the name of its image set. */
    static final Property IN_IMAGE_SET = own("imageSet");

    static final Property IMAGE_COUNT = own("imageCount");
    static final Property SIZE_BYTES = own("sizeBytes");
    static final Property LEAD_IMAGE = own("leadImage");
    /** Root of an OME-Zarr. */
    static final Property ZARR = own("zarr");

    static final Property THUMBNAIL = property(SCHEMA, "thumbnailUrl");
    static final Property IMAGE_ID = own("imageId");
    /** Pixel digest vitrail-pixels-1. */
    static final Property DIGEST = own("digest");
    /** The pixels at full resolution: dtype, sizes, pixel size, channels. */
    static final Property PIXELS = own("pixels");

    static final Property DTYPE = own("dtype");
    static final Property SIZE_T = own("sizeT");
    static final Property SIZE_C = own("sizeC");
    static final Property SIZE_Z = own("sizeZ");
    static final Property SIZE_Y = own("sizeY");
    static final Property SIZE_X = own("sizeX");
    /** A node with x, y, z in micrometer. */
    static final Property PIXEL_SIZE = own("pixelSizeMicrometer");

    static final Property X = own("x");
    static final Property Y = own("y");
    static final Property Z = own("z");
    static final Property CHANNEL = own("channel");
    static final Property COLOR = own("color");
    /** What a channel shows. */
    static final Property TARGET = own("target");

    /** A term: what a channel shows. */
    static final Property BIOLOGICAL_ENTITY = own("biologicalEntity");

    static final Property EXCITATION = own("excitationNanometer");
    static final Property EMISSION = own("emissionNanometer");
    static final Property FLUOROPHORE = own("fluorophore");
    /** A node that says how a segmentation was made. */
    static final Property ANNOTATION = own("annotation");
    /** train, validation or test. */
    static final Property SPLIT = own("split");

    static final Property NGFF_VERSION = own("ngffVersion");
    /** An entry: a segmentation of the image. */
    static final Property HAS_LABEL = own("label");

    static final Property LABEL_ID = own("labelId");

    /** A node with plate, well and field: where on a multi-well plate an image was taken. */
    static final Property PLATE_POSITION = own("platePosition");
    /** Name of the plate. */
    static final Property PLATE = own("plate");
    /** Letters of the row and number of the column. */
    static final Property WELL = own("well");
    /** Number inside the well, from 1. */
    static final Property FIELD = own("field");

    private Vocabulary() {}

    static void declarePrefixes(Model model) {
        model.setNsPrefixes(PREFIXES);
    }

    private static Property own(String name) {
        return property(VITRAIL, name);
    }

    static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }

    static Resource resource(String namespace, String name) {
        return ResourceFactory.createResource(namespace + name);
    }
}
