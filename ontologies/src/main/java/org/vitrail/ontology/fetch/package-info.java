/**
 * Fetches ontology files from the web: https, public addresses, bounded in redirects, bytes and time; BioPortal's by its
 * download service.
 *
 * <p>Standards: RFC 9110 §15.4 (redirection); IANA special-purpose address registries (RFC 6890); BioPortal REST API,
 * https://data.bioontology.org/documentation.
 */
package org.vitrail.ontology.fetch;
