package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The crate's context: the official one by its address, and inline the terms of the GIDE search profile and of the
 * BioImage Archive that the crate uses. What is not defined falls back to schema.org, so that a reader without network
 * loses nothing.
 */
final class CrateContext {
    private static final List<String> REMBI = List.of(
            "biologicalEntityDescription",
            "intrinsicVariableDescription",
            "extrinsicVariableDescription",
            "experimentalVariableDescription",
            "signalContrastMechanismDescription",
            "imagingInstrumentDescription",
            "fiducialsUsed",
            "transformationDescription",
            "transformationMatrix");

    private CrateContext() {}

    static void write(ObjectNode crate) {
        ArrayNode context = crate.putArray("@context").add("https://w3id.org/ro/crate/1.2/context");
        ObjectNode own = context.addObject();
        own.put("@vocab", "http://schema.org/")
                .put("obo", "http://purl.obolibrary.org/obo/")
                .put("dwc", "http://rs.tdwg.org/dwc/terms/")
                .put("dwciri", "http://rs.tdwg.org/dwc/iri/")
                .put("bia", "http://bia/")
                .put("conformsTo", "http://purl.org/dc/terms/conformsTo");
        term(own, "scientificName", "dwc:scientificName");
        term(own, "measurementMethod", "dwciri:measurementMethod");
        term(own, "taxonomicRange", "http://schema.org/taxonomicRange");
        term(own, "associatedBiologicalEntity", "bia:associatedBiologicalEntity");
        term(own, "associatedImageAcquisitionProtocol", "bia:associatedImageAcquisitionProtocol");
        term(own, "imagingMethodName", "bia:imagingMethodName");
        term(own, "fbbiId", "bia:fbbiId");
        term(own, "associatedSpecimenImagingPreparationProtocol", "bia:associatedImagingPreparationProtocol");
        term(own, "associatedImageCorrelationMethod", "bia:associatedCorrelationMethod");
        term(own, "associatedImageAnalysisMethod", "bia:associatedAnalysisMethod");
        REMBI.forEach(name -> term(own, name, "bia:" + name));
    }

    private static void term(ObjectNode context, String name, String iri) {
        context.putObject(name).put("@id", iri);
    }
}
