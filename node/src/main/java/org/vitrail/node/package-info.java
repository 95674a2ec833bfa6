/**
 * The application of one institution: it takes deposits, converts images, has them reviewed, publishes and serves them.
 *
 * <p>Packages are features; docs/architecture.md §1 says where to look.
 */
package org.vitrail.node;
