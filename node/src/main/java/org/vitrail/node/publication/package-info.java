/**
 * From an accepted deposit to a published version, its revisions, its withdrawal, and the records of what is published.
 *
 * <p>Object layout of contracts §8; sequence and datestamp of OAI-PMH 2.0 §2.5 and §2.7.1 given at commit, one after the other.
 */
package org.vitrail.node.publication;
