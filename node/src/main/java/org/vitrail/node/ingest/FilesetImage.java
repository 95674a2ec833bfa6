package org.vitrail.node.ingest;

import org.vitrail.pixels.WellPosition;

/**
 * One image of a fileset, whose id is reserved.
 *
 * @param number within the fileset, from 0
 * @param imageId reserved for it, or of the equal image that it turned out to be
 * @param name what tells it from its siblings; null where it has none
 * @param well where on a plate, or null
 */
record FilesetImage(int number, String imageId, boolean converted, String name, WellPosition well) {}
