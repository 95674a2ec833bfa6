/**
 * Runs real PostgreSQL, S3 (S3Proxy), Elasticsearch and Keycloak on one machine without containers, for the demo and for tests.
 * Each engine is a child process with its own class path, data folder and log; applications get addresses and never know.
 * Ports are those of the project's contract, section 10.
 */
package org.vitrail.services;
