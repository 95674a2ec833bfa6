package org.vitrail.schema.madmp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.json.EmbeddableJson;

/**
 * Writes a published data set as the {@code dataset} object of a plan, for a tool to put in place of what was planned. RDA DMP
 * Common Standard 1.2. Whether it holds personal or sensitive data is "unknown": publication proves neither. Thread-safe.
 */
public final class MadmpWriter {
    /** Names the standard among other JSON; as services of plans ask for it. */
    public static final String MEDIA_TYPE = "application/vnd.org.rd-alliance.dmp-common.v1.2+json";

    private static final List<String> STANDARDS =
            List.of("http://datacite.org/schema/kernel-4", "http://data.europa.eu/r5r/", "https://schema.org/");

    /** One JSON object. */
    public String write(PublishedDataset d) {
        ObjectNode dataset = JsonNodeFactory.instance.objectNode();
        identifier(dataset.putObject("dataset_id"), d);
        dataset.put("title", d.title());
        if (d.description() != null) {
            dataset.put("description", d.description());
        }
        dataset.put("type", "Image");
        day(d).ifPresent(day -> dataset.put("issued", day.toString()));
        d.keywords().stream().distinct().forEach(dataset.withArray("keyword")::add);
        dataset.put("personal_data", "unknown").put("sensitive_data", "unknown");
        ArrayNode metadata = dataset.putArray("metadata");
        for (String standard : STANDARDS) {
            metadata.addObject()
                    .put("language", "eng")
                    .putObject("metadata_standard_id")
                    .put("identifier", standard)
                    .put("type", "url");
        }
        distribution(dataset.putArray("distribution").addObject(), d);
        return EmbeddableJson.write(dataset);
    }

    private static void identifier(ObjectNode id, PublishedDataset d) {
        Optional<String> doi = Doi.findConceptUrl(d);
        id.put("identifier", doi.orElse(String.valueOf(d.landingPage())));
        id.put("type", doi.isPresent() ? "doi" : "url");
    }

    private static void distribution(ObjectNode distribution, PublishedDataset d) {
        distribution.put("title", d.title() + ", version " + d.version());
        distribution.put("access_url", String.valueOf(d.landingPage()));
        distribution.put("data_access", access(d.access()));
        distribution.put("byte_size", d.sizeBytes());
        distribution.putArray("format").add("OME-Zarr");
        license(distribution, d);
        ObjectNode host = distribution.putObject("host");
        host.put("title", d.publisher() == null ? d.node() : d.publisher());
        host.put("url", origin(d.landingPage()));
        host.put("storage_type", "repository").put("support_versioning", "yes");
        host.putArray("pid_system").add(d.doiRegistered() ? "doi" : "url");
    }

    /** An embargo is a license that begins later. */
    private static Optional<LocalDate> begins(PublishedDataset d) {
        return d.access() == Access.EMBARGOED ? Optional.ofNullable(d.embargoUntil()) : day(d);
    }

    private static void license(ObjectNode distribution, PublishedDataset d) {
        Optional<LocalDate> begins = begins(d);
        if (d.license() != null && begins.isPresent()) {
            String address = LicenseInfo.findById(d.license())
                    .map(LicenseInfo::url)
                    .orElse("https://spdx.org/licenses/" + d.license());
            distribution
                    .putArray("license")
                    .addObject()
                    .put("license_ref", address)
                    .put("start_date", begins.get().toString());
        }
    }

    /** @param access null means open */
    private static String access(Access access) {
        return switch (access == null ? Access.OPEN : access) {
            case OPEN, EMBARGOED -> "open";
            case RESTRICTED -> "shared";
            case METADATA_ONLY -> "closed";
        };
    }

    private static Optional<LocalDate> day(PublishedDataset d) {
        return Optional.ofNullable(d.published())
                .map(published -> published.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static String origin(URI page) {
        return page.getScheme() + "://" + page.getRawAuthority();
    }
}
