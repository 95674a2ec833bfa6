package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.verbs.GetRecord;
import io.gdcc.xoai.model.oaipmh.verbs.ListMetadataFormats;
import io.gdcc.xoai.model.oaipmh.verbs.ListSets;
import io.gdcc.xoai.model.oaipmh.verbs.Verb.Argument;
import io.gdcc.xoai.xml.XmlWritable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.access.PublicAddress;

/** The strict dispatcher: reads the arguments, answers with the verb's document or the protocol's error. OAI-PMH §3 and §4. */
@ApplicationScoped
class OaiProvider {
    private final OaiItems items;
    private final OaiRecords records;
    private final ItemLists lists;
    private final ListGate gate;
    private final SetNames sets;
    private final Identification identification;
    private final PublicAddress address;
    private final Clock clock;

    OaiProvider(
            OaiItems items,
            OaiRecords records,
            ItemLists lists,
            ListGate gate,
            SetNames sets,
            Identification identification,
            PublicAddress address,
            Clock clock) {
        this.items = items;
        this.records = records;
        this.lists = lists;
        this.gate = gate;
        this.sets = sets;
        this.identification = identification;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Answers one request.
     *
     * @param encoded the query, or the body of a POST; null is empty
     */
    OaiAnswer answer(OaiRepository repository, String encoded) {
        Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String baseUrl = address.of(repository.path()).toString();
        OaiRequest request = null;
        try {
            request = OaiRequest.read(FormArguments.read(encoded));
            return OaiAnswer.of(baseUrl, date, request, content(repository, request));
        } catch (OaiError error) {
            return OaiAnswer.of(baseUrl, date, request, error);
        }
    }

    private XmlWritable content(OaiRepository repository, OaiRequest request) throws OaiError {
        return switch (request.verb()) {
            case Identify -> identification.of(repository);
            case ListMetadataFormats -> formats(repository, request);
            case ListSets -> gate.pass(() -> sets(repository, request));
            case GetRecord -> record(repository, request);
            case ListIdentifiers, ListRecords -> gate.pass(() -> lists.answer(repository, request));
        };
    }

    private XmlWritable formats(OaiRepository repository, OaiRequest request) throws OaiError {
        Optional<String> identifier = request.find(Argument.Identifier);
        if (identifier.isPresent()) {
            item(repository, identifier.get());
        }
        ListMetadataFormats formats = new ListMetadataFormats();
        for (MetadataFormats format : MetadataFormats.values()) {
            formats.withMetadataFormat(format.description());
        }
        return formats;
    }

    private XmlWritable sets(OaiRepository repository, OaiRequest request) throws OaiError {
        if (request.find(Argument.ResumptionToken).isPresent()) {
            throw OaiError.badResumptionToken("The list of sets is answered whole, without resumptionToken.");
        }
        ListSets list = new ListSets();
        list.getSets().addAll(sets.of(items.listSets(repository)));
        return list;
    }

    private XmlWritable record(OaiRepository repository, OaiRequest request) throws OaiError {
        MetadataFormats format =
                MetadataFormats.get(request.find(Argument.MetadataPrefix).orElseThrow());
        OaiItem item = item(repository, request.find(Argument.Identifier).orElseThrow());
        var record = records.records(repository, List.of(item), format).getFirst();
        if (record.getMetadata() == null && !record.getHeader().isDeleted()) {
            throw OaiError.cannotDisseminateFormat(
                    "The item cannot be written in this format; its node's log says why. Try another format.");
        }
        return new GetRecord(record);
    }

    private OaiItem item(OaiRepository repository, String identifier) throws OaiError {
        String prefix = records.identifierPrefix();
        if (!identifier.startsWith(prefix)) {
            throw OaiError.idDoesNotExist(identifier);
        }
        return items.find(repository, identifier.substring(prefix.length()))
                .orElseThrow(() -> OaiError.idDoesNotExist(identifier));
    }
}
