package org.vitrail.cli.bench;

import picocli.CommandLine.Option;

/** How often something is measured. */
final class Rounds {

    @Option(names = "--rounds", defaultValue = "5", description = "measured rounds (default ${DEFAULT-VALUE})")
    private int number;

    int number() {
        return number;
    }
}
