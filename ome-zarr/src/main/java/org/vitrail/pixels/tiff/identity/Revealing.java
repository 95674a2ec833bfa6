package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;

/**
 * A stretch of a file that could reveal a person, and what stands there when it is taken out.
 *
 * @param findings why; none for the further parts of a long stretch
 * @param offset in the file
 * @param masked as many bytes as are replaced
 */
public record Revealing(List<IdentityFinding> findings, long offset, byte[] masked) {

    public Revealing {
        findings = List.copyOf(findings);
    }

    /** Takes one after the other, so that a file with very many needs no memory for them. */
    @FunctionalInterface
    public interface Sink {
        void found(Revealing revealing) throws IOException;
    }
}
