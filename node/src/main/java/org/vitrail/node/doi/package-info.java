/**
 * Identifiers of data sets and versions, and their way to the registry.
 *
 * <p>A demonstration node mints local ones that are plainly labelled and never look like registered DOIs; DataCite Metadata
 * Schema 4.5 for what is registered.
 */
package org.vitrail.node.doi;
