package org.vitrail.schema.datacite;

import java.util.List;

/**
 * One kernel-4 resource, property by property in the standard's order; every text is legal in XML and not blank, what
 * is null or empty is not said. XML and JSON are both written from it, so they cannot differ.
 *
 * @param identifierType DOI, or URL where no DOI is registered
 * @param page landing page, absolute; null where none is known
 * @param resourceType in free words, beside the general type
 * @param version null where the resource has none
 */
record Resource(
        String identifier,
        String identifierType,
        String page,
        List<Creator> creators,
        String title,
        String publisher,
        int publicationYear,
        String resourceTypeGeneral,
        String resourceType,
        List<Subject> subjects,
        List<ResourceDate> dates,
        List<Alternate> alternateIdentifiers,
        List<Related> relatedIdentifiers,
        List<String> sizes,
        List<String> formats,
        String version,
        List<Rights> rights,
        String description,
        List<Award> funding) {
    Resource {
        creators = List.copyOf(creators);
        subjects = List.copyOf(subjects);
        dates = List.copyOf(dates);
        alternateIdentifiers = List.copyOf(alternateIdentifiers);
        relatedIdentifiers = List.copyOf(relatedIdentifiers);
        sizes = List.copyOf(sizes);
        formats = List.copyOf(formats);
        rights = List.copyOf(rights);
        funding = List.copyOf(funding);
    }

    /**
     * A person or an organization.
     *
     * @param orcid as URL; null unless it checks
     * @param ror as URL, of the organization or of the person's affiliation; null unless it checks
     */
    record Creator(
            String name,
            boolean organizational,
            String givenName,
            String familyName,
            String orcid,
            String ror,
            String affiliation) {}

    /** A keyword, or a term with its scheme and IRI. */
    record Subject(String text, String scheme, String valueUri) {}

    /** A day or more exact, and what happened then. */
    record ResourceDate(String day, String type) {}

    /** Another name of the same thing. */
    record Alternate(String identifier, String type) {}

    /** Another thing, and how this one relates to it; generalType says what it is, null where that is not known. */
    record Related(String identifier, String type, String relation, String generalType) {
        Related(String identifier, String type, String relation) {
            this(identifier, type, relation, null);
        }
    }

    /** Who paid, by name, and under which award (kernel 4.5, fundingReference); id and idType are null or both given. */
    record Award(String funder, String id, String idType, String number, String uri, String title) {}

    /** A right in words; uri and SPDX identifier are null where not known. */
    record Rights(String text, String uri, String spdx) {}
}
