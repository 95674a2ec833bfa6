package org.vitrail.harvest.report;

/**
 * A record that was offered and not taken.
 *
 * @param identifier its OAI identifier, or its place ("page 3, record 7") where it has none
 * @param reason why, in words for whoever runs the repository
 */
public record FailedRecord(String identifier, String reason) {}
