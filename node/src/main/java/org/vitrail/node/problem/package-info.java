/**
 * What the API says when it refuses: problem details with a documented type.
 *
 * <p>Each type is listed in docs/api-errors.md and served under /problems. RFC 9457.
 */
package org.vitrail.node.problem;
