package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Acquisition;
import org.vitrail.schema.dataset.AnalyzedData;
import org.vitrail.schema.dataset.Biosample;
import org.vitrail.schema.dataset.Correlation;
import org.vitrail.schema.dataset.Instrument;
import org.vitrail.schema.dataset.Rembi;
import org.vitrail.schema.dataset.Software;
import org.vitrail.schema.dataset.Specimen;
import org.vitrail.schema.dataset.Variable;
import org.vitrail.schema.xml.XmlText;

/** How the images of a set were made, in the words of the BioImage Archive's ontology. */
final class CrateRembi {
    private CrateRembi() {}

    static void write(Graph graph, ObjectNode set, String number, Rembi rembi) {
        if (rembi.biosample() != null) {
            biosample(graph, set, number, rembi.biosample());
        }
        if (rembi.specimen() != null) {
            specimen(graph, set, number, rembi.specimen());
        }
        if (rembi.acquisition() != null) {
            acquisition(graph, set, number, rembi.acquisition());
        }
        if (rembi.correlation() != null) {
            correlation(graph, set, number, rembi.correlation());
        }
        for (int i = 0; i < rembi.analyzedData().size(); i++) {
            analysis(graph, set, number + "-" + (i + 1), rembi.analyzedData().get(i));
        }
    }

    private static void biosample(Graph graph, ObjectNode set, String number, Biosample sample) {
        ObjectNode entity = graph.link(
                set,
                "associatedBiologicalEntity",
                "#biosample-" + number,
                "bia:BioSample",
                "Biological entity of image set " + number);
        String kind = sample.biologicalEntity() == null ? null : CrateSubjects.name(sample.biologicalEntity());
        Graph.text(entity, "biologicalEntityDescription", joined(": ", kind, sample.description()));
        variables(entity, "intrinsicVariableDescription", sample.intrinsicVariables());
        variables(entity, "extrinsicVariableDescription", sample.extrinsicVariables());
        variables(entity, "experimentalVariableDescription", sample.experimentalVariables());
    }

    private static void variables(ObjectNode entity, String property, List<Variable> variables) {
        List<String> words = variables.stream()
                .map(variable -> XmlText.legalOrNull(variable.inWords()))
                .filter(Objects::nonNull)
                .toList();
        if (!words.isEmpty()) {
            ArrayNode list = entity.putArray(property);
            words.forEach(list::add);
        }
    }

    private static void specimen(Graph graph, ObjectNode set, String number, Specimen specimen) {
        ObjectNode protocol = graph.link(
                set,
                "associatedSpecimenImagingPreparationProtocol",
                "#preparation-" + number,
                "bia:SpecimenImagingPreparationProtocol",
                "Preparation of image set " + number);
        Graph.text(
                protocol,
                "description",
                joined("; ", specimen.locationInBiosample(), specimen.preparation(), specimen.growthProtocol()));
        if (specimen.signalContrastMechanism() != null) {
            Graph.text(
                    protocol,
                    "signalContrastMechanismDescription",
                    CrateSubjects.name(specimen.signalContrastMechanism()));
        }
    }

    private static void acquisition(Graph graph, ObjectNode set, String number, Acquisition acquisition) {
        ObjectNode protocol = graph.link(
                set,
                "associatedImageAcquisitionProtocol",
                "#acquisition-" + number,
                "bia:ImageAcquisitionProtocol",
                "Acquisition of image set " + number);
        Graph.text(protocol, "description", acquisition.protocol());
        Instrument instrument = acquisition.instrument();
        if (instrument != null) {
            Graph.text(protocol, "imagingInstrumentDescription", instrument.inWords());
            String id = instrument.findPidUrl().map(XmlText::legal).orElse("#instrument-" + number);
            graph.link(protocol, "instrument", id, "IndividualProduct", instrument.inWords());
        }
    }

    private static void correlation(Graph graph, ObjectNode set, String number, Correlation correlation) {
        ObjectNode method = graph.link(
                set,
                "associatedImageCorrelationMethod",
                "#correlation-" + number,
                "bia:ImageCorrelationMethod",
                "Correlation of image set " + number);
        Graph.text(method, "fiducialsUsed", correlation.fiducials());
        Graph.text(method, "description", correlation.alignmentMethod());
        Graph.text(
                method,
                "transformationDescription",
                joined(", ", correlation.relatedImages().toArray(String[]::new)));
        if (!correlation.transformation().isEmpty()) {
            Graph.text(
                    method,
                    "transformationMatrix",
                    correlation.transformation().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    private static void analysis(Graph graph, ObjectNode set, String number, AnalyzedData data) {
        ObjectNode method = graph.link(
                set,
                "associatedImageAnalysisMethod",
                "#analysis-" + number,
                "bia:ImageAnalysisMethod",
                XmlText.legalOrNull(data.resultType()) == null ? "Analysis " + number : data.resultType());
        String software =
                joined(", ", data.software().stream().map(Software::inWords).toArray(String[]::new));
        Graph.text(method, "description", joined("; ", data.method(), software));
    }

    /** What is there of these words; null when nothing is. */
    private static String joined(String separator, String... words) {
        String joined = Stream.of(words)
                .filter(word -> XmlText.legalOrNull(word) != null)
                .collect(Collectors.joining(separator));
        return joined.isEmpty() ? null : joined;
    }
}
