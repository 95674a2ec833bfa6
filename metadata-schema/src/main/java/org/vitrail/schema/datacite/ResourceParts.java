package org.vitrail.schema.datacite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrail.schema.datacite.Resource.Alternate;
import org.vitrail.schema.datacite.Resource.Creator;
import org.vitrail.schema.datacite.Resource.ResourceDate;
import org.vitrail.schema.datacite.Resource.Rights;
import org.vitrail.schema.datacite.Resource.Subject;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.AgentLinks;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.Study;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlText;

/** The parts of a resource, each cleaned as {@link Resource} promises. */
final class ResourceParts {
    /** DataCite's standard value for what is not known (schema documentation, appendix 3). */
    private static final String UNKNOWN = "(:unkn)";

    String text(String text) {
        return XmlText.legalOrNull(text);
    }

    String known(String text) {
        String legal = text(text);
        return legal == null ? UNKNOWN : legal;
    }

    String page(String page) {
        return page.equals("null") ? null : text(page);
    }

    String identifier(String registeredDoi, String page) {
        String identifier = registeredDoi == null ? page(page) : registeredDoi;
        if (identifier == null) {
            throw new IllegalArgumentException("a DataCite record without DOI needs a landing page");
        }
        return identifier;
    }

    /** The year of the embargo's end where there is one (kernel 4.5, publicationYear). */
    int year(Instant published, LocalDate embargoUntil) {
        if (published == null) {
            throw new IllegalArgumentException("a DataCite record needs the time of publication");
        }
        return embargoUntil == null ? day(published).getYear() : embargoUntil.getYear();
    }

    List<Creator> creators(List<Agent> creators) {
        List<Agent> named = creators.isEmpty() ? List.of(new Agent(null, UNKNOWN, null, null, null)) : creators;
        return named.stream().map(this::creator).toList();
    }

    private Creator creator(Agent agent) {
        boolean organization = agent.organizational();
        String name = known(agent.displayName());
        int comma = organization ? -1 : name.indexOf(',');
        return new Creator(
                name,
                organization,
                comma > 0 ? text(name.substring(comma + 1).strip()) : null,
                comma > 0 ? text(name.substring(0, comma).strip()) : null,
                AgentLinks.findOrcidUrl(agent).orElse(null),
                AgentLinks.findRorUrl(agent).orElse(null),
                organization ? null : text(agent.affiliation()));
    }

    /** Keywords as they are, then each term once. */
    List<Subject> subjects(
            List<String> keywords,
            List<TermReference> organisms,
            List<TermReference> methods,
            List<TermReference> terms) {
        Stream<Subject> words = keywords.stream().map(keyword -> new Subject(text(keyword), null, null));
        Stream<Subject> named = Stream.of(organisms, methods, terms)
                .flatMap(List::stream)
                .filter(term -> !term.notApplicable())
                .distinct()
                .map(this::subject);
        return Stream.concat(words, named)
                .filter(subject -> subject.text() != null)
                .toList();
    }

    private Subject subject(TermReference term) {
        String iri = Curie.findIri(term.id()).orElse(null);
        String scheme = iri == null ? null : term.id().substring(0, term.id().indexOf(':'));
        String label = text(term.label());
        return new Subject(label == null ? text(term.id()) : label, scheme, iri);
    }

    /** @param study whose days of imaging are told where both are known; null where nothing is */
    List<ResourceDate> dates(Instant published, Instant modified, LocalDate embargoUntil, Study study) {
        List<ResourceDate> dates = new ArrayList<>();
        dates.add(new ResourceDate(day(published).toString(), "Issued"));
        if (modified != null) {
            dates.add(new ResourceDate(day(modified).toString(), "Updated"));
        }
        if (embargoUntil != null) {
            dates.add(new ResourceDate(embargoUntil.toString(), "Available"));
        }
        if (study != null && study.startDate() != null && study.endDate() != null) {
            dates.add(new ResourceDate(study.period(), "Collected"));
        }
        return dates;
    }

    List<Alternate> alternates(Alternate... alternates) {
        return Arrays.stream(alternates)
                .map(alternate -> new Alternate(text(alternate.identifier()), alternate.type()))
                .filter(alternate -> alternate.identifier() != null)
                .toList();
    }

    /** The license, then the access as OpenAIRE's guidelines name it. */
    List<Rights> rights(String license, Access access) {
        List<Rights> rights = new ArrayList<>();
        LicenseInfo.findById(license)
                .map(known -> new Rights(known.name(), known.url(), known.id()))
                .or(() -> Optional.ofNullable(text(license)).map(words -> new Rights(words, null, null)))
                .ifPresent(rights::add);
        rights.add(
                switch (access == null ? Access.OPEN : access) {
                    case OPEN -> accessRight("open", "Open access");
                    case EMBARGOED -> accessRight("embargoed", "Embargoed access");
                    case RESTRICTED -> accessRight("restricted", "Restricted access");
                    case METADATA_ONLY -> accessRight("closed", "Metadata only");
                });
        return rights;
    }

    private static Rights accessRight(String word, String name) {
        return new Rights(name, "info:eu-repo/semantics/" + word + "Access", null);
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
