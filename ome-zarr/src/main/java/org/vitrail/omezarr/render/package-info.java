/**
 * How an image is first shown: range of values by channel, colors, thumbnail; gathered while the pixels pass by.
 * OME-NGFF 0.5 §omero.
 */
package org.vitrail.omezarr.render;
