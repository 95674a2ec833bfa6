/**
 * {@code ./vitrail bench}: measurements, written into docs/benchmarks/ with the machine they were made on.
 * Standard: none; ratios within one run are what counts, absolute figures are orders of magnitude.
 */
package org.vitrail.cli.bench;
