package org.vitrail.ontology.store;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vitrail.ontology.OntologyFault;

/** Names of ontologies and versions as files can carry them. */
final class StoreNames {
    private static final Pattern ACRONYM = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]{0,99}");

    private StoreNames() {}

    static String acronym(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!ACRONYM.matcher(upper).matches()) {
            throw new OntologyFault(
                    name.isEmpty()
                            ? "The file does not say which ontology it is: give its acronym with --as"
                            : "\"" + name
                                    + "\" is no acronym of letters, digits, \"_\", \".\" and \"-\": give one with --as");
        }
        return upper;
    }

    /** A version without a name is known by what is in it. */
    static String version(String name, String sha256) {
        String plain = name.strip().replaceAll("[^A-Za-z0-9_.+-]+", "-");
        if (plain.isEmpty()) {
            return "undated-" + sha256.substring(0, 12);
        }
        if (!VERSION.matcher(plain).matches()) {
            throw new OntologyFault("\"" + name + "\" is no name of a version: give one with --version");
        }
        return plain;
    }
}
