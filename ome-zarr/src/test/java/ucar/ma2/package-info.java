/**
 * Stand-in for the few methods of UCAR's array library that zarr-java links to; slow, for judging in tests only.
 * The library itself is not on Maven Central; signatures are what zarr-java 0.0.9 calls.
 */
package ucar.ma2;
