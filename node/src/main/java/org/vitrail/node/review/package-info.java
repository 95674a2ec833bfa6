/**
 * What curators decide: to return a deposit with a reason, or to accept it for publication.
 *
 * <p>Contracts §4; accepting enqueues the publication, there is no call to publish.
 */
package org.vitrail.node.review;
