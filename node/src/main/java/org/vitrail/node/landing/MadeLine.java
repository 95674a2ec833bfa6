package org.vitrail.node.landing;

/**
 * A line of what is told of a data set's making.
 *
 * @param link empty where there is none
 */
record MadeLine(String name, String value, String link) {}
