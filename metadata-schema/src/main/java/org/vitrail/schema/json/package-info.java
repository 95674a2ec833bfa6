/**
 * Writing JSON that may stand inside a script element of a page.
 * Nothing a depositor typed can end the element or begin another.
 *
 * <p>Standard: RFC 8259; HTML, "restrictions for contents of script elements"; JSON-LD 1.1 §7 (JSON-LD in HTML).
 */
package org.vitrail.schema.json;
