/**
 * Landing pages of data sets, versions and images, for people and for machines: one address, all formats by negotiation, links
 * in the header. RFC 9110 §12 (negotiation), RFC 8288 and Signposting FAIR level 2 (links), schema.org; contracts §4.
 */
package org.vitrail.node.landing;
