/**
 * The node's descriptions as one graph, asked by SPARQL: a projection of the change log into Jena TDB2 that can be dropped
 * and replayed, and the endpoint over it that only answers queries.
 *
 * <p>SPARQL 1.1 Query, Protocol and Service Description; contracts §1 names the graphs. See docs/sparql.md.
 */
package org.vitrail.node.rdf;
