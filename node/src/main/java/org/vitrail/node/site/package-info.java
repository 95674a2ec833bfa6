/**
 * The pages around the data: frame, guide to depositing, contact, policies, privacy, and the pages of those who are logged in.
 * Plain HTML that works without scripts; Content Security Policy Level 3, RFC 6797 and OWASP's cross-site request forgery rules.
 */
package org.vitrail.node.site;
