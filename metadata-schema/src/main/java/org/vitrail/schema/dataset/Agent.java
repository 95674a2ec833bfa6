package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A person or an organization; exactly one of {@code name} and {@code organization} is meant to be given.
 *
 * @param name of a person, as "Family, Given"
 * @param organization where the creator is not a person
 * @param orcid 0000-0000-0000-000X, bare or as URL; null if unknown
 * @param affiliation of a person, in words; null if unknown
 * @param ror identifier of the affiliation, or of the organization itself; bare or as URL; null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agent(String name, String organization, String orcid, String affiliation, String ror) {

    /** The person's name, else the organization's, else "unknown". Never null. */
    public String displayName() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return organization != null && !organization.isBlank() ? organization : "unknown";
    }

    /** True when no person's name is given but an organization's is. */
    public boolean organizational() {
        return (name == null || name.isBlank()) && organization != null;
    }
}
