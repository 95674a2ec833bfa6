package org.vitrail.node.deposit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.vitrail.schema.dataset.LicenseInfo;

/** What this node takes. */
@ConfigMapping(prefix = "vitrail.deposit")
public interface DepositConfig {

    /** SPDX identifiers accepted besides the federation's. */
    Optional<Set<String>> furtherLicenses();

    /** Most bytes of one file. */
    @WithDefault("5497558138880")
    long maxFileBytes();

    /** All accepted licenses, contracts §2. */
    default Set<String> acceptedLicenses() {
        Set<String> all = new LinkedHashSet<>(LicenseInfo.acceptedByDefault());
        furtherLicenses().ifPresent(all::addAll);
        return all;
    }
}
