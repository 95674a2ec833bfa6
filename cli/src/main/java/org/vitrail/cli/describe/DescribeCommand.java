package org.vitrail.cli.describe;

import picocli.CommandLine.Command;

/** What is done with descriptions. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Helps to describe a data set, without a node.",
        subcommands = {CheckCommand.class, FromPlanCommand.class})
public final class DescribeCommand {}
