package org.vitrail.schema.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CURIEs of ontology terms and the IRIs and set names made of them. */
public final class Curie {
    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*):([A-Za-z0-9_.-]+)");
    private static final String OBO = "http://purl.obolibrary.org/obo/";

    private Curie() {}

    /** The term's IRI: EDAM, EFO and DICOM have their own, all others OBO's; empty when this is no CURIE. */
    public static Optional<String> findIri(String curie) {
        Matcher parts = curie == null ? null : FORM.matcher(curie);
        if (parts == null || !parts.matches()) {
            return Optional.empty();
        }
        String prefix = parts.group(1);
        String local = parts.group(2);
        return Optional.of(
                switch (prefix) {
                    case "EDAM" -> "http://edamontology.org/" + local;
                    case "EFO" -> "http://www.ebi.ac.uk/efo/EFO_" + local;
                    case "DCM" -> "http://dicom.nema.org/resources/ontology/DCM/" + local;
                    default -> OBO + prefix + "_" + local;
                });
    }

    /** The form used in OAI sets and file names, where a colon means hierarchy: NCBITaxon_10090. */
    public static String underscored(String curie) {
        return curie.replace(':', '_');
    }
}
