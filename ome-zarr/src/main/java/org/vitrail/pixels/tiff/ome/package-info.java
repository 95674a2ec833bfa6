/**
 * Images that OME-XML describes, in one or several files, and where their planes lie. OME model 2016-06, OME-TIFF specification 6.
 */
package org.vitrail.pixels.tiff.ome;
