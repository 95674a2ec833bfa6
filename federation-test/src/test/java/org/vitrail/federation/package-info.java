/**
 * The federation as its users meet it: two nodes, the gateway and the real engines as processes of their own, driven over
 * HTTP, in a browser, by independent clients, and through faults. The arrows between the modules are held here too.
 */
package org.vitrail.federation;
