/**
 * PostgreSQL from its published binaries, watched over by a small Java process that ends it when it ends itself.
 * Write-ahead log and fsync are on: what was committed survives a power cut, as on a server.
 */
package org.vitrail.services.postgresql;
