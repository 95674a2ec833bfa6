/**
 * The part of Elasticsearch's analysis-common module that a French and English search needs; that module is not published.
 * Names and settings are those of the Elasticsearch reference, "Text analysis", so that mappings work on a full cluster too.
 */
package org.vitrail.services.elasticsearch.analysis;
