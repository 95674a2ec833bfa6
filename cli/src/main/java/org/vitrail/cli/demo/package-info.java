/**
 * The whole federation on one machine, from a deposit to a search that finds it, and a report that says whether all was right.
 * It talks to nodes and gateway over HTTP only, as any client would: contracts §4 to §7; the report is §6.
 */
package org.vitrail.cli.demo;
