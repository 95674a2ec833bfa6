package org.vitrail.node.doi;

import org.vitrail.node.doi.datacite.DataCiteAnswer.State;

/**
 * DataCite has said what state a DOI is in; fired in the transaction that settles it.
 *
 * @param version null: the DOI of all versions
 * @param state as DataCite says
 */
public record DoiTold(String accession, Integer version, String doi, State state) {}
