package org.vitrail.schema.dataset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A license by its SPDX identifier.
 *
 * @param url of its text; the IRI that RDF and schema.org name
 */
public record LicenseInfo(String id, String name, String url) {
    private static final List<LicenseInfo> KNOWN = List.of(
            new LicenseInfo(
                    "CC0-1.0",
                    "Creative Commons Zero 1.0 Universal",
                    "https://creativecommons.org/publicdomain/zero/1.0/"),
            new LicenseInfo(
                    "CC-BY-4.0",
                    "Creative Commons Attribution 4.0 International",
                    "https://creativecommons.org/licenses/by/4.0/"),
            new LicenseInfo(
                    "CC-BY-SA-4.0",
                    "Creative Commons Attribution Share Alike 4.0 International",
                    "https://creativecommons.org/licenses/by-sa/4.0/"),
            new LicenseInfo(
                    "etalab-2.0",
                    "Licence Ouverte / Open Licence 2.0",
                    "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"));

    /** The licenses that every node accepts (contracts §2); a node may add. */
    public static Set<String> acceptedByDefault() {
        Set<String> ids = new LinkedHashSet<>();
        KNOWN.forEach(known -> ids.add(known.id()));
        return ids;
    }

    /**
     * The license with this address, where it is one of the default ones: that of its text, of its legal code, or of its page at
     * SPDX; with http or https, and a slash at the end or not.
     */
    public static Optional<LicenseInfo> findByAddress(String address) {
        String asked = plain(address);
        return KNOWN.stream()
                .filter(known -> asked.equals(plain(known.url()))
                        || asked.equalsIgnoreCase("spdx.org/licenses/" + known.id())
                        || asked.equalsIgnoreCase(known.id()))
                .findFirst();
    }

    private static String plain(String address) {
        return address.strip()
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("/(legalcode|deed)(\\.[a-zA-Z-]+)?$", "")
                .replaceFirst("\\.(html|txt|json)$", "")
                .replaceFirst("/$", "");
    }

    /** Name and URL, where this license is one of the default ones. */
    public static Optional<LicenseInfo> findById(String id) {
        return KNOWN.stream().filter(known -> known.id().equals(id)).findFirst();
    }
}
