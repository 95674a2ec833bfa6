/**
 * Fetches pages over HTTP from servers that are slow, broken or hostile, within bounds of time, size and address.
 * Standard: OAI-PMH 2.0 §3.1; RFC 9110 (redirects, Retry-After, Content-Encoding).
 */
package org.vitrail.harvest.transport;
