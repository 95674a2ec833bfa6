/**
 * The pixel digest {@code vitrail-pixels-1}: equal for equal pixels, whatever the format, chunking or codec.
 * contracts.md §7; SHA-256 after FIPS 180-4.
 */
package org.vitrail.omezarr.digest;
