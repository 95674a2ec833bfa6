/**
 * JPEG 2000 codestreams, wherever they stand: what they say of themselves is checked before a decoder sees them, because it trusts them.
 * ITU-T T.800 | ISO/IEC 15444-1 Annex A (codestream), Annex I.4 (boxes).
 */
package org.vitrail.pixels.jpeg2000;
