package org.vitrail.pixels.hdf5;

import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What the attributes of one group or data set say: texts, members, numbers that spell a text, bytes of opaque type. */
final class AttributeIdentity {

    private final Hdf5File file;
    private final String path;
    private final List<IdentityFinding> found = new ArrayList<>();

    private AttributeIdentity(Hdf5File file, String path) {
        this.file = file;
        this.path = path;
    }

    static List<IdentityFinding> findings(Hdf5File file, String path, Node node) {
        AttributeIdentity identity = new AttributeIdentity(file, path);
        Attributes attributes;
        try {
            attributes = Attributes.of(file, node, path.isEmpty() ? "root group" : path);
        } catch (PixelsException unreadable) {
            return List.of(identity.hidden("attributes", "They cannot be read, and so not be searched."));
        }
        attributes.values().keySet().forEach(name -> identity.look(attributes, name));
        return identity.found;
    }

    private void look(Attributes attributes, String name) {
        boolean revealingName = !IdentityText.kinds(name).isEmpty();
        String where = "/" + path + ", attribute " + (revealingName ? "with a revealing name" : name);
        if (revealingName) {
            text(name, where);
        }
        if (file.opaque().wasOpaque(name)) {
            found.add(hidden(
                    "attribute " + (revealingName ? "of opaque type" : name), "Only its maker knows what it holds."));
        }
        List<String> members = attributes.composed().getOrDefault(name, List.of());
        String text = attributes.text(name);
        if (text != null) {
            text(name + ": " + text, where);
        }
        for (String one : attributes.texts(name)) {
            text(name + ": " + one, where);
            members.forEach(member -> text(member + ": " + one, where));
        }
        members.forEach(member -> text(member, where));
        String spelled = SpelledText.of(attributes.numbers(name).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        text(spelled.isEmpty() ? "" : name + ": " + spelled, where);
    }

    private void text(String text, String where) {
        for (IdentityFinding finding : IdentityText.findings(text, file.name(), where, Treatment.REMOVED)) {
            if (!found.contains(finding)) {
                found.add(finding);
            }
        }
    }

    private IdentityFinding hidden(String what, String reason) {
        return new IdentityFinding(Kind.PRIVATE_TAG, file.name(), "/" + path + ", " + what, reason, Treatment.REMOVED);
    }
}
