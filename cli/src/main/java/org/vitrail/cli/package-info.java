/**
 * The command line: one class a subcommand, each a thin skin over a module that does the work.
 * Exit codes: 0 done, 1 failed, 2 wrong arguments; {@code harvest} adds 3 interrupted and 4 refused.
 */
package org.vitrail.cli;
