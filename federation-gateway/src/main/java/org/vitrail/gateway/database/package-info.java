/**
 * Plain SQL over the gateway's database: statements, rows, transactions, and locks that hold one run at a time.
 *
 * <p>Features keep their own statements in {@code …Store} classes; the schema is in db/migration. JDBC 4.3.
 */
package org.vitrail.gateway.database;
