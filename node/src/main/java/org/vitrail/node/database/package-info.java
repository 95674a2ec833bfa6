/**
 * Plain SQL over the node's PostgreSQL: statements, rows, transactions.
 *
 * <p>Features keep their own statements in {@code …Store} classes; the schema is in db/migration. JDBC 4.3.
 */
package org.vitrail.node.database;
