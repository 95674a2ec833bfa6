package org.vitrail.schema.madmp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.Publication;

/** Puts what a plan says of a data set into the fields of a description. */
final class PlanDescription {
    private final PlanNode plan;
    private final PlanNode dataset;
    private final List<PlanNote> notes;
    private final List<String> taken = new ArrayList<>();

    PlanDescription(PlanNode plan, PlanNode dataset, List<PlanNote> notes) {
        this.plan = plan;
        this.dataset = dataset;
        this.notes = notes;
    }

    PlannedDataset read(LocalDate today) {
        String title = took("title", dataset.text("title").orElse(null));
        String description = took("description", description());
        List<Agent> creators = tookAll("creators", new PlanCreators(plan, dataset).read());
        PlanTerms terms = PlanTerms.of(dataset, today);
        took("license", terms.license());
        List<String> keywords = tookAll("keywords", dataset.texts("keyword"));
        List<Publication> publications =
                tookAll("publications", plan().map(List::of).orElse(List.of()));
        took("access", terms.access());
        took("embargoUntil", terms.embargoUntil());
        noteTheRest();
        DatasetDescription described = new DatasetDescription(
                title,
                description,
                creators,
                terms.license(),
                null,
                null,
                null,
                keywords,
                publications,
                terms.access(),
                terms.embargoUntil(),
                null);
        return new PlannedDataset(described, taken, notes);
    }

    private String description() {
        return dataset.text("description")
                .or(() -> plan.children("project").stream()
                        .map(project -> project.text("description"))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
    }

    /** The plan itself, as a document of the data set. */
    private Optional<Publication> plan() {
        PlanNode id = plan.child("dmp_id");
        return id.text("identifier").flatMap(identifier -> reference(id, identifier));
    }

    private static Optional<Publication> reference(PlanNode id, String identifier) {
        String doi = identifier.replaceFirst("^(https?://(dx\\.)?doi\\.org/|doi:)", "");
        if (doi.matches("10\\.\\d{4,9}/\\S+")) {
            return Optional.of(new Publication(doi, null, "IsDocumentedBy"));
        }
        boolean handle = "handle".equals(id.text("type").orElse("").toLowerCase(Locale.ROOT));
        String url = handle && !identifier.contains("://") ? "https://hdl.handle.net/" + identifier : identifier;
        if (url.matches("https?://[^\\s<>\"]+")) {
            return Optional.of(new Publication(null, url, "IsDocumentedBy"));
        }
        id.note("identifier", PlanRemark.IDENTIFIER_OF_OTHER_KIND, identifier);
        return Optional.empty();
    }

    private void noteTheRest() {
        for (PlanNode project : plan.children("project")) {
            noteIfThere(project, "funding", PlanRemark.NO_FIELD);
        }
        if (dataset.text("personal_data").filter("yes"::equals).isPresent()) {
            dataset.note("personal_data", PlanRemark.PERSONAL_DATA, "yes");
        }
        if (dataset.text("sensitive_data").filter("yes"::equals).isPresent()) {
            dataset.note("sensitive_data", PlanRemark.SENSITIVE_DATA, "yes");
        }
        for (String field : List.of("dataset_id", "issued", "language", "metadata", "type")) {
            noteIfThere(dataset, field, PlanRemark.TOLD_OTHERWISE);
        }
        for (String field : List.of(
                "data_quality_assurance",
                "preservation_statement",
                "security_and_privacy",
                "technical_resource",
                "is_reused")) {
            noteIfThere(dataset, field, PlanRemark.NO_FIELD);
        }
        for (PlanNode distribution : dataset.children("distribution")) {
            for (String field : List.of("byte_size", "format", "host", "available_until", "download_url")) {
                noteIfThere(distribution, field, PlanRemark.TOLD_OTHERWISE);
            }
        }
    }

    private static void noteIfThere(PlanNode on, String field, PlanRemark remark) {
        if (on.has(field)) {
            on.note(field, remark, "");
        }
    }

    private <T> T took(String field, T value) {
        if (value != null) {
            taken.add(field);
        }
        return value;
    }

    private <T> List<T> tookAll(String field, List<T> values) {
        if (!values.isEmpty()) {
            taken.add(field);
        }
        return values;
    }
}
