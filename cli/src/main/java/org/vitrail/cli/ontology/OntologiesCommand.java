package org.vitrail.cli.ontology;

import picocli.CommandLine.Command;

/** What is done with ontologies. */
@Command(
        name = "ontologies",
        mixinStandardHelpOptions = true,
        description = "Loads ontologies, keeps their versions side by side, shows and finds their terms.",
        subcommands = {ListCommand.class, LoadCommand.class, SearchCommand.class, ShowCommand.class, UseCommand.class})
public final class OntologiesCommand {}
