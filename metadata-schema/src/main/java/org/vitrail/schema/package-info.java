/**
 * Descriptions of image data sets: records, readers, and one package per exported format.
 * Nothing here knows the network, storage or Quarkus.
 *
 * <p>Standard: Vitrail contracts §2, §3 and §9.
 */
package org.vitrail.schema;
