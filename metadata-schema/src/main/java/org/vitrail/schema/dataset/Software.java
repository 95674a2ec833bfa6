package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A program, so that others can run it again. @param url where it is to be had */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Software(String name, String version, String url) {
    /** Name and version in one line. */
    public String inWords() {
        return version == null ? name : name + " " + version;
    }
}
