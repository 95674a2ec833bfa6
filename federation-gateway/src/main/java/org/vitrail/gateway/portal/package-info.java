/**
 * The pages of the gateway: search, a data set with its pixels streamed from its node, the nodes, and what goes wrong.
 *
 * <p>Server-rendered HTML that works without scripts (WCAG 2.2 AA), a strict Content-Security-Policy (CSP level 3), problem
 * details for programs (RFC 9457).
 */
package org.vitrail.gateway.portal;
