package org.vitrail.node.upload;

/**
 * A file on its way or stored.
 *
 * @param declaredSha256 what the depositor expects; null if not given
 * @param sha256 what was measured; null until stored
 * @param uploadId of the multipart upload; null once stored
 */
record ReceivedFile(
        String fileId,
        String accession,
        String depositId,
        String path,
        long sizeBytes,
        String declaredSha256,
        String sha256,
        String objectKey,
        String uploadId,
        long partSizeBytes,
        boolean stored) {

    /** How many parts the file has. */
    int parts() {
        return (int) ((sizeBytes + partSizeBytes - 1) / partSizeBytes);
    }
}
