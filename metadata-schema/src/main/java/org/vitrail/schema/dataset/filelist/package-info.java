/**
 * Images listed in a table, one a row, for data sets that nobody writes out in YAML: read into the same records.
 *
 * <p>Tab-separated (IANA text/tab-separated-values) or comma-separated (RFC 4180). The columns stand in docs/file-lists.md.
 */
package org.vitrail.schema.dataset.filelist;
