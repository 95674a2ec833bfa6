/**
 * Files on their way into the node's store: in parts, straight to the store by presigned URLs, resumed by asking what arrived.
 *
 * <p>S3 multipart upload; resources of contracts §4; the file is kept as received (contracts §8).
 */
package org.vitrail.node.upload;
