/**
 * How to cite a data set: one line of text in APA style, BibTeX, RIS and CSL-JSON.
 * All name the version that was used; an identifier that is not registered never appears as a DOI.
 *
 * <p>Standard: Publication Manual of the APA, 7th edition, §10.9; BibTeX; RIS Format Specifications (2011); CSL-JSON
 * schema 1.0.2.
 */
package org.vitrail.schema.citation;
