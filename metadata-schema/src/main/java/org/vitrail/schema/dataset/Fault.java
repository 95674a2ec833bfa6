package org.vitrail.schema.dataset;

/**
 * One thing that keeps a description from being submitted.
 *
 * @param path as imageSets[0].images[1].files; empty for the whole description
 * @param message what is wrong, in a researcher's words
 * @param remedy what to do
 */
public record Fault(String path, String message, String remedy) {}
