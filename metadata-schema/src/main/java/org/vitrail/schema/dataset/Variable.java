package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A property of a biosample: REMBI, "Biosample", variables.
 *
 * @param term what the variable is, where an ontology says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Variable(String name, String value, String unit, TermReference term) {
    /** The variable in one line, as "temperature: 21 °C". */
    public String inWords() {
        String amount = unit == null ? value : value + " " + unit;
        return value == null ? name : name + ": " + amount;
    }
}
