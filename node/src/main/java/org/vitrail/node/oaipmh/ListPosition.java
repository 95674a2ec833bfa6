package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.verbs.Verb.Type;

/**
 * How far a list has been answered: all that a resumption token carries.
 *
 * @param set the set asked for, or null
 * @param untilGiven whether the harvester asked for an end itself; else it is the time of the first page
 * @param afterSequence change sequence of the last item that was answered, 0 at the beginning
 * @param lastSequence the newest change at the time of the first page; a list ends there, whatever changes meanwhile
 */
record ListPosition(
        OaiRepository repository,
        Type verb,
        String metadataPrefix,
        String set,
        DateRange dates,
        boolean untilGiven,
        long afterSequence,
        long lastSequence) {

    ListPosition after(long sequence) {
        return new ListPosition(repository, verb, metadataPrefix, set, dates, untilGiven, sequence, lastSequence);
    }
}
