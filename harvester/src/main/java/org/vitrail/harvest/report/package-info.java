/**
 * What a harvest says about itself when it is over, for programs (JSON) and for whoever must mend a record.
 * Standard: none; error codes are those of OAI-PMH 2.0 §3.6.
 */
package org.vitrail.harvest.report;
