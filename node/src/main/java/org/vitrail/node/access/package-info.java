/**
 * Who may do what on this node, and the settings everything else is built with.
 *
 * <p>Bearer tokens of OpenID Connect with client roles of this node and an audience check (RFC 9068 §4), settings as
 * validated mappings.
 */
package org.vitrail.node.access;
