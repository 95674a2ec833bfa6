package org.vitrail.node.findings;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.identity.FileNameRule;
import org.vitrail.pixels.identity.IdentityFinding;

/** What the path of a file tells: the readers see its last name only. */
final class PathNames {
    private PathNames() {}

    /** Findings of the file's name, as the readers have them, and of each folder's, as of that file. */
    static List<IdentityFinding> findings(String path) {
        String[] names = path.split("/");
        String file = names[names.length - 1];
        List<IdentityFinding> found = new ArrayList<>(FileNameRule.findings(file));
        for (int i = 0; i < names.length - 1; i++) {
            FileNameRule.findings(names[i], "name of folder " + (i + 1)).stream()
                    .map(named ->
                            new IdentityFinding(named.kind(), file, named.where(), named.reason(), named.treatment()))
                    .forEach(found::add);
        }
        return found;
    }
}
