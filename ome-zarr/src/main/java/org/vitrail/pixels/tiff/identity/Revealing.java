package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;

/**
 * A stretch of a file that could reveal a person, and what stands there when it is taken out.
 *
 * @param findings why; none for the further parts of a long stretch, and for what is taken out beside other things only
 * @param offset in the file
 * @param masked as many bytes as are replaced
 * @param unneeded true when it is known that no pixel and no field needs it
 */
public record Revealing(List<IdentityFinding> findings, long offset, byte[] masked, boolean unneeded) {

    /** Keeps the findings as they are. */
    public Revealing {
        findings = List.copyOf(findings);
    }

    /** A stretch that must not share bytes with strips and tiles. */
    Revealing(List<IdentityFinding> findings, long offset, byte[] masked) {
        this(findings, offset, masked, false);
    }

    /** Takes one after the other, so that a file with very many needs no memory for them. */
    @FunctionalInterface
    public interface Sink {

        /** One stretch. */
        void found(Revealing revealing) throws IOException;
    }
}
