/**
 * Makes microscope-like images with known truth for the demo: cells on a background with noise, and the label image that
 * says which pixel belongs to which cell. All is deterministic and plainly called synthetic; files are OME-TIFF 2016-06.
 */
package org.vitrail.cli.demo.synthetic;
