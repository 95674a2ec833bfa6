/**
 * The search: words, ontology terms and facets in, hits with the reason why they matched out.
 *
 * <p>JSON as fixed in contracts §5; errors are problem details (RFC 9457). No query of a client's own ever reaches the engine.
 */
package org.vitrail.gateway.search;
