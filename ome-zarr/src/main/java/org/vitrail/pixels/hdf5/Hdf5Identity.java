package org.vitrail.pixels.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.identity.FileNameRule;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/**
 * What names, attributes and arrays of texts say that could reveal a person, and what stands before and behind the file proper. Groups
 * that hold nothing but pixels of many time points are not searched.
 */
final class Hdf5Identity {

    private static final String PIXELS = "t\\d{5,}|DataSet/ResolutionLevel \\d+|DataSetTimes";
    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_OUTSIDE = 1 << 16;

    private final Hdf5File file;
    private final Set<IdentityFinding> found = new LinkedHashSet<>();

    private Hdf5Identity(Hdf5File file) {
        this.file = file;
    }

    /** @param description the XML of BigDataViewer, or null */
    static List<IdentityFinding> of(Hdf5File file, Path description) throws IOException {
        Hdf5Identity identity = new Hdf5Identity(file);
        identity.before();
        NodeWalk.withLinks(file, identity::node, identity::link);
        identity.behind();
        if (description != null) {
            identity.found.addAll(SpimDataIdentity.of(description));
        }
        return new ArrayList<>(identity.found);
    }

    private boolean node(String path, Node node) {
        name(path);
        AttributeIdentity.findings(file, path, node).forEach(this::add);
        if (node instanceof Dataset dataset && found.size() < MOST_FINDINGS) {
            addAll(TextArrays.findings(file, path, dataset));
        }
        return !path.matches(PIXELS) && !(node instanceof Dataset);
    }

    /** The name of a link, and where it leads: names of files and folders perhaps. */
    private void link(String path, String target) {
        name(path);
        addAll(IdentityText.findings(target, file.name(), "link with a revealing target", Treatment.REMOVED));
        for (String step : target.split("[/\\\\]")) {
            guess(step, "link with a target whose name reads like a person's or a case's");
        }
    }

    /** Not with the path: the name itself would be told. */
    private void name(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        addAll(IdentityText.findings(name, file.name(), "name of a group, data set or link", Treatment.REMOVED));
        guess(name, "name of a group, data set or link");
    }

    private void guess(String name, String where) {
        FileNameRule.findings(name)
                .forEach(guess -> add(
                        new IdentityFinding(Kind.FILE_NAME, file.name(), where, guess.reason(), Treatment.CURATOR)));
    }

    private void addAll(Collection<IdentityFinding> findings) {
        findings.forEach(this::add);
    }

    private void add(IdentityFinding finding) {
        if (found.size() < MOST_FINDINGS) {
            found.add(finding);
        }
    }

    /** Text that programs such as MATLAB put in front of the file proper. */
    private void before() throws IOException {
        addAll(IdentityText.findings(text(0, file.base()), file.name(), "user block (byte 0)", Treatment.REMOVED));
    }

    private void behind() throws IOException {
        long size = file.channel().size();
        if (file.end() <= 0 || file.end() >= size) {
            return;
        }
        String text = text(file.end(), size);
        String where = "bytes behind the file's end";
        if (!text.isEmpty()) {
            add(new IdentityFinding(
                    Kind.PRIVATE_TAG,
                    file.name(),
                    where,
                    "Bytes that no part of the file points to, in which anything may stand.",
                    Treatment.REMOVED));
            addAll(IdentityText.findings(text, file.name(), where, Treatment.REMOVED));
        }
    }

    private String text(long from, long to) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(to - from, MOST_OUTSIDE));
        file.channel().read(block, from);
        return new String(block.array(), 0, block.position(), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }
}
