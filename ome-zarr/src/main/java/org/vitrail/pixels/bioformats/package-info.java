/**
 * Reads CZI, LIF, ND2 and other microscopes' formats through the user's own Bio-Formats, which runs in a process of its own and is never linked.
 * Bio-Formats is under the GPL; docs/formats/bio-formats.md says how to give it and what passes between the two processes.
 */
package org.vitrail.pixels.bioformats;
