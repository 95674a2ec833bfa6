/**
 * Writing XML that is well-formed whatever text a depositor pasted.
 * Characters that XML cannot carry are dropped, never escaped into something that a parser refuses.
 *
 * <p>Standard: XML 1.0, fifth edition, §2.2 (Char) and §2.4.
 */
package org.vitrail.schema.xml;
