/**
 * Work that outlives a request: kept in the database, taken over by another worker when one dies, repeated until done.
 *
 * <p>db-scheduler over PostgreSQL; every job must be idempotent (docs/architecture.md §5).
 */
package org.vitrail.node.jobs;
