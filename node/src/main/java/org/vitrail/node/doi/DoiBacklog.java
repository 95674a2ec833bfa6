package org.vitrail.node.doi;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits to be told to DataCite.
 *
 * @param waiting rows, superseded ones included
 * @param refused of those: what DataCite will not have as it is
 * @param oldest since when the oldest waits; empty if nothing does
 * @param account why DataCite does not accept the account; empty if it does
 * @param refusal the oldest refusal: DOI and DataCite's words; empty if none
 */
record DoiBacklog(
        int waiting, int refused, Optional<Instant> oldest, Optional<String> account, Optional<String> refusal) {}
