package org.vitrail.node.ingest;

/**
 * The files that together are one entry of a description's images: one image, or many (a plate, a multi-series file).
 *
 * @param state uploading, uploaded, converting, converted or refused
 * @param inputDigest of files and settings; null while files are missing
 * @param attempt rises with each claim and each new input; an older one's result is dropped
 * @param interruptions claims in a row that ended with their process: neither an image nor a failure was noted
 */
record Fileset(
        String id,
        String depositId,
        int imageSet,
        int image,
        String state,
        String inputDigest,
        long attempt,
        int interruptions) {

    /** A fileset of which no file has arrived. */
    static Fileset waiting(String id, String depositId, int imageSet, int image) {
        return new Fileset(id, depositId, imageSet, image, "uploading", null, 0, 0);
    }

    boolean isWaitingForFiles() {
        return state.equals("uploading");
    }

    boolean isRefused() {
        return state.equals("refused");
    }
}
