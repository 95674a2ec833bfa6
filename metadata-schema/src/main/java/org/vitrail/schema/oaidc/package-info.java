/**
 * Unqualified Dublin Core, the format that every OAI-PMH harvester understands.
 * It names the landing page, and the DOI once that is registered.
 *
 * <p>Standard: OAI-PMH 2.0 §3.4 (oai_dc), DCMI Metadata Element Set 1.1; access words as in the OpenAIRE guidelines.
 */
package org.vitrail.schema.oaidc;
