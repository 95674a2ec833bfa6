/**
 * Elasticsearch from its published jars, in a process of its own: one node, no security, loopback interface only.
 * The server is licensed AGPL-3.0, Elastic-2.0 or SSPL-1.0, so nothing of the product links this module; it speaks HTTP to it.
 */
package org.vitrail.services.elasticsearch;
