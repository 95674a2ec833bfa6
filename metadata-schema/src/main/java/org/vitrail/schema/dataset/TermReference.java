package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A reference to an ontology's term. In YAML and JSON a bare CURIE, {@code not-applicable}, {@code {label: …}} or
 * {@code {id: …, label: …}}.
 *
 * @param id a CURIE as NCBITaxon:4577, or null where only a label is known ("to be mapped" by a curator)
 * @param label null until resolved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TermReference(String id, String label) {
    /** Says that no term fits by the nature of the data set (no organism in a picture of beads). */
    public static final String NOT_APPLICABLE = "not-applicable";

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public TermReference(@JsonProperty("id") String id, @JsonProperty("label") String label) {
        boolean none = NOT_APPLICABLE.equals(id);
        this.id = none ? null : id;
        this.label = none ? NOT_APPLICABLE : label;
    }

    /** Reads the short form, a bare CURIE or {@value #NOT_APPLICABLE}. Any other text is kept as id, for the validator to refuse. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TermReference of(String text) {
        return new TermReference(text == null ? null : text.strip(), null);
    }

    public boolean notApplicable() {
        return id == null && NOT_APPLICABLE.equals(label);
    }

    /** True when a curator has to choose the term for this label. */
    public boolean toBeMapped() {
        return id == null && label != null && !notApplicable();
    }
}
