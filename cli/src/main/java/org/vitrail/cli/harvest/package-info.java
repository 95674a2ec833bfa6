/**
 * {@code ./vitrail harvest}: a repository's records into a file of JSON lines, with the harvest's report.
 * Standard: OAI-PMH 2.0, by the harvester module.
 */
package org.vitrail.cli.harvest;
