/**
 * Asks BioPortal and OLS4 for terms, as an enrichment that nothing depends on: bounded in time and size, remembered, and
 * left alone for a while when they fail.
 *
 * <p>Standards: BioPortal REST API, https://data.bioontology.org/documentation; OLS4 REST API,
 * https://www.ebi.ac.uk/ols4/help; RFC 9110 §10.2.3 (Retry-After).
 */
package org.vitrail.ontology.remote;
