package org.vitrail.omezarr.zip;

/**
 * One file inside an archive, as the central directory has it. APPNOTE §4.3.12.
 *
 * @param name with folders, separated by slashes
 * @param deflated false when it is stored as it is
 * @param crc CRC-32 of its bytes
 * @param storedBytes length inside the archive
 * @param sizeBytes length when unpacked
 * @param header offset of its local header
 */
public record ZipMember(String name, boolean deflated, int crc, long storedBytes, long sizeBytes, long header) {}
