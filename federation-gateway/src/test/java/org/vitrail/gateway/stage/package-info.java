/**
 * What the gateway's tests play with: stand-in nodes that speak OAI-PMH, sample records, and a door before the engine.
 *
 * <p>Stand-ins answer ListRecords and Identify as OAI-PMH 2.0 §4 describes, with small pages.
 */
package org.vitrail.gateway.stage;
