/**
 * The OAI-PMH repositories of a node: its data sets at {@code /oai}, its images at {@code /oai/images}, listed in the order
 * of their last change and paged by that order, so that nothing is lost when something changes during a harvest. A strict
 * dispatcher of our own stands over XOAI's model and writer. OAI-PMH 2.0, all sections; contracts §9.
 */
package org.vitrail.node.oaipmh;
