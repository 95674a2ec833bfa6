/**
 * S3 over a folder by S3Proxy, in a process of its own.
 * Speaks the S3 REST API with signature version 4; no bucket policy, versioning or tags.
 */
package org.vitrail.services.s3;
