/**
 * How far a description goes beyond what submission demands, and what would help most; it never demands anything.
 *
 * <p>What is recommended, its weight and its reason stand in docs/completeness.md; the fields are those of REMBI (Sarkans et al.
 * 2021) and of the FAIR principles F2, R1 and I3.
 */
package org.vitrail.schema.completeness;
