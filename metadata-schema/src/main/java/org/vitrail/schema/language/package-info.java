/**
 * What people read, in each language that Vitrail speaks, from texts that stand side by side in two files.
 *
 * <p>A text is found by a key that never changes; what varies stands in it as a named place, as {@code {title}}.
 */
package org.vitrail.schema.language;
