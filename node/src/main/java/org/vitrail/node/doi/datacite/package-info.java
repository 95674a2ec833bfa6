/**
 * Speaks with DataCite: one request at a time, each answer turned into one of four outcomes.
 *
 * <p>DataCite REST API, version 2 (JSON:API 1.0): {@code POST /dois}, {@code PUT /dois/{doi}}, {@code GET /dois/{doi}}, the
 * states draft, registered and findable, and the events publish, register and hide.
 */
package org.vitrail.node.doi.datacite;
