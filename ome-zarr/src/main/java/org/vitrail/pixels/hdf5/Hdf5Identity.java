package org.vitrail.pixels.hdf5;

import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What attributes and arrays of texts say that could reveal a person. Groups that hold nothing but pixels of many time points are not searched. */
final class Hdf5Identity {

    private static final String PIXELS = "t\\d{5,}|DataSet/ResolutionLevel \\d+|DataSetTimes";
    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_USER_BLOCK = 1 << 16;

    private Hdf5Identity() {}

    /** @param description the XML of BigDataViewer, or null */
    static List<IdentityFinding> of(Hdf5File file, Path description) throws IOException {
        Set<IdentityFinding> found = new LinkedHashSet<>(ofUserBlock(file));
        NodeWalk.of(file, (path, node) -> {
            Attributes attributes = Attributes.of(file, node, path.isEmpty() ? "root group" : path);
            for (String name : attributes.values().keySet()) {
                String text = attributes.text(name);
                if (text != null && found.size() < MOST_FINDINGS) {
                    String where = "/" + path + ", attribute " + name;
                    found.addAll(IdentityText.findings(name + ": " + text, file.name(), where, Treatment.REMOVED));
                }
            }
            if (node instanceof Dataset dataset && found.size() < MOST_FINDINGS) {
                found.addAll(TextArrays.findings(file, path, dataset));
            }
            return !path.matches(PIXELS) && !(node instanceof Dataset);
        });
        if (description != null) {
            found.addAll(SpimDataIdentity.of(description));
        }
        return new ArrayList<>(found);
    }

    /** Text that programs such as MATLAB put in front of the file proper. */
    private static List<IdentityFinding> ofUserBlock(Hdf5File file) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(file.base(), MOST_USER_BLOCK));
        file.channel().read(block, 0);
        String text = new String(block.array(), 0, block.position(), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return IdentityText.findings(text, file.name(), "user block (byte 0)", Treatment.REMOVED);
    }
}
