package org.vitrail.node.site;

/** Who is logged in. */
record Visitor(String name, boolean curator) {}
