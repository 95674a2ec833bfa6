/**
 * DataCite metadata, for registering DOIs and for harvesters that read oai_datacite.
 * An identifier that is not registered is never called a DOI.
 *
 * <p>Standard: DataCite Metadata Schema 4.5 (kernel-4); valid against 4.7 too.
 */
package org.vitrail.schema.datacite;
