/**
 * Objects in an S3-compatible store, through the MinIO SDK: whole, by range, and in parts that browsers upload themselves.
 * Amazon S3 REST API: PutObject, GetObject, HeadObject, DeleteObject(s), multipart upload, Signature Version 4 query parameters.
 */
package org.vitrail.store;
