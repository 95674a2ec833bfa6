/**
 * How to cite a data set: one line of text, and BibTeX.
 * Both name the version that was used; an identifier that is not registered never appears as a DOI.
 *
 * <p>Standard: DataCite recommended citation (Creator (Year): Title. Version. Publisher. Type. Identifier); BibTeX.
 */
package org.vitrail.schema.citation;
