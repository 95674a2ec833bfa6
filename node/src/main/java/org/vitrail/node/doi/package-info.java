/**
 * Identifiers of data sets and versions, and their way to DataCite: minted, noted in an outbox, told until done.
 *
 * <p>A demonstration node mints local ones that are plainly labelled and never look like registered DOIs; DataCite Metadata
 * Schema 4.5 for what is registered, DataCite's REST API for the way.
 */
package org.vitrail.node.doi;
