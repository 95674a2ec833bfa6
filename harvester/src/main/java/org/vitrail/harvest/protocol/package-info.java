/**
 * Reads what an OAI-PMH repository answers: one record at a time, each alone, never a page in memory.
 * Standard: OAI-PMH 2.0, sections 2 and 3 (https://www.openarchives.org/OAI/openarchivesprotocol.html).
 */
package org.vitrail.harvest.protocol;
