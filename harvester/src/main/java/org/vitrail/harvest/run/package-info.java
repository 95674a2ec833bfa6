/**
 * One harvest from request to outcome: pages, retries, tokens, restarts, and records handed to the caller's sink.
 * Standard: OAI-PMH 2.0 §3.5 (flow control), §4.5 (ListRecords).
 */
package org.vitrail.harvest.run;
