/**
 * ZIP archives by random access: where each member lies, without unpacking anything. PKWARE APPNOTE 6.3.10 §4.3, with ZIP64 and of
 * compression methods 0 (stored) and 8 (deflate, RFC 1951).
 */
package org.vitrail.omezarr.zip;
