/**
 * DataCite metadata, for registering DOIs and for harvesters that read oai_datacite: one {@code Resource} per record,
 * written as XML and as the REST interface's JSON. An identifier that is not registered is never called a DOI.
 *
 * <p>Standard: DataCite Metadata Schema 4.5 (kernel-4), valid against 4.7 too; DataCite REST API, DOI attributes.
 */
package org.vitrail.schema.datacite;
