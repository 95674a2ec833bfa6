/**
 * What is searchable: the mapping, the documents made of harvested records, and the indices behind their aliases.
 *
 * <p>Elasticsearch 9, limited to what a full cluster and the local engine both have; nothing here is a source of truth.
 */
package org.vitrail.gateway.index;
