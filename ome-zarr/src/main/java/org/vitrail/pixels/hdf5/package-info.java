/**
 * Reads images out of HDF5 files by region: BigDataViewer, Imaris 5.5 and plain arrays such as ilastik's, on jhdf for the file's structure.
 * HDF5 File Format Specification 3.0; BigDataViewer XML/HDF5; Imaris 5.5 File Format Description.
 */
package org.vitrail.pixels.hdf5;
