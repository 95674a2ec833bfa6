/**
 * Deposits: a description that may be incomplete, edited by its owner until it is submitted, then decided by a curator.
 *
 * <p>States of docs/architecture.md §3, resources of contracts §4; editing with ETag and If-Match as in RFC 9110 §13.
 */
package org.vitrail.node.deposit;
