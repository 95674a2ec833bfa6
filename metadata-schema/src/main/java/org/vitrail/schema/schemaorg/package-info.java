/**
 * JSON-LD in the words of schema.org, for search engines and for the page of a data set.
 * The context stands inline, so that consumers without network lose nothing.
 *
 * <p>Standard: schema.org Dataset and ImageObject; Google's guidelines for data sets; Bioschemas Dataset 1.0.
 */
package org.vitrail.schema.schemaorg;
