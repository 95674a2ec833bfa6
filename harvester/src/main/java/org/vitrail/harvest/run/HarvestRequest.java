package org.vitrail.harvest.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vitrail.harvest.transport.AddressPolicy;

/**
 * What to harvest. Made by {@link #of} and refined by the {@code with…} methods.
 *
 * @param base the repository's base URL, http or https, without query
 * @param prefix metadataPrefix, e.g. {@code oai_dc}
 * @param set setSpec; empty for all
 * @param from lower bound of datestamps, inclusive; sent in the repository's granularity
 * @param until upper bound of datestamps, inclusive
 * @param resume where an earlier run stopped; when the token has expired, the list is begun again at {@code from}
 * @param addresses which network addresses may be reached
 * @param limits what it may cost
 */
public record HarvestRequest(
        URI base,
        String prefix,
        Optional<String> set,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Resumption> resume,
        AddressPolicy addresses,
        HarvestLimits limits) {

    /**
     * Where an earlier run stopped.
     *
     * @param token its report's {@code resumptionToken()}
     * @param serverStart its report's {@code serverStart}, which stays the start of the whole; null when unknown
     */
    public record Resumption(String token, Instant serverStart) {}

    /** Everything of a repository, with the default limits. */
    public static HarvestRequest of(URI base, String prefix) {
        return new HarvestRequest(
                base,
                prefix,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AddressPolicy.LIKE_BASE,
                HarvestLimits.defaults());
    }

    public HarvestRequest withSet(String setSpec) {
        return new HarvestRequest(base, prefix, Optional.of(setSpec), from, until, resume, addresses, limits);
    }

    public HarvestRequest withFrom(Instant first) {
        return new HarvestRequest(base, prefix, set, Optional.of(first), until, resume, addresses, limits);
    }

    /** What changed since a complete run, with an overlap for clocks and transactions that commit late. */
    public HarvestRequest since(Instant serverStart, Duration overlap) {
        return withFrom(serverStart.minus(overlap));
    }

    public HarvestRequest withUntil(Instant last) {
        return new HarvestRequest(base, prefix, set, from, Optional.of(last), resume, addresses, limits);
    }

    public HarvestRequest resuming(String token, Instant serverStart) {
        return new HarvestRequest(
                base, prefix, set, from, until, Optional.of(new Resumption(token, serverStart)), addresses, limits);
    }

    public HarvestRequest withAddresses(AddressPolicy policy) {
        return new HarvestRequest(base, prefix, set, from, until, resume, policy, limits);
    }

    public HarvestRequest withLimits(HarvestLimits other) {
        return new HarvestRequest(base, prefix, set, from, until, resume, addresses, other);
    }
}
