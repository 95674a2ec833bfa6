package org.vitrail.ontology.load;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Acronyms, versions and CURIEs, made of what ontology files call themselves and their terms. */
public final class OntologyNames {
    private static final Pattern OBO =
            Pattern.compile("http://purl\\.obolibrary\\.org/obo/([A-Za-z][A-Za-z0-9-]*)_([A-Za-z0-9_.-]+)");
    private static final Pattern EFO = Pattern.compile("http://www\\.ebi\\.ac\\.uk/efo/(EFO)_([A-Za-z0-9_.-]+)");
    private static final String EDAM = "http://edamontology.org/";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM/";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final int LONGEST = 300;

    private OntologyNames() {}

    /** FBBI of http://purl.obolibrary.org/obo/fbbi.owl, CL_IMPORT of go/imports/cl_import; empty where nothing is left. */
    static String acronym(String name) {
        String last = withoutEnding(lastSegment(brief(name)));
        return last.replaceAll("[^A-Za-z0-9_.-]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "")
                .toUpperCase(Locale.ROOT);
    }

    /** The date of a release where the name holds one, else its last part. */
    static String version(String name) {
        Matcher date = DATE.matcher(brief(name));
        return date.find() ? date.group() : withoutEnding(lastSegment(brief(name)));
    }

    private static String brief(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static String withoutEnding(String name) {
        return name.replaceFirst("\\.(owl|obo|rdf|ttl)$", "");
    }

    /** The inverse of the schema's Curie: the IRI itself where there is no CURIE. */
    public static String curie(String iri) {
        if (iri.startsWith(EDAM)) {
            return "EDAM:" + iri.substring(EDAM.length());
        }
        if (iri.startsWith(DICOM)) {
            return "DCM:" + iri.substring(DICOM.length());
        }
        return findCurie(OBO, iri).or(() -> findCurie(EFO, iri)).orElse(iri);
    }

    static String lastSegment(String iri) {
        int end = iri.length();
        while (end > 0 && isSeparator(iri.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && !isSeparator(iri.charAt(begin - 1))) {
            begin--;
        }
        return iri.substring(begin, end);
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '#';
    }

    private static Optional<String> findCurie(Pattern form, String iri) {
        Matcher parts = form.matcher(iri);
        return parts.matches() ? Optional.of(parts.group(1) + ":" + parts.group(2)) : Optional.empty();
    }
}
