package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.verbs.Verb.Argument;
import io.gdcc.xoai.model.oaipmh.verbs.Verb.Type;
import io.gdcc.xoai.xml.XmlWritable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Answers ListRecords and ListIdentifiers, page by page in the order of changes. OAI-PMH §3.5, §4.3 and §4.5.
 *
 * <p>A list ends with the newest change at the time of its first page, so that it ends at all; what changes meanwhile has moved
 * behind that end and comes with the next harvest, which begins at the first page's responseDate.
 */
@ApplicationScoped
class ItemLists {
    private final OaiItems items;
    private final OaiRecords records;
    private final OaiConfig config;
    private final Clock clock;
    private final TokenKey tokenKey;

    ItemLists(OaiItems items, OaiRecords records, OaiConfig config, Clock clock, TokenKey tokenKey) {
        this.items = items;
        this.records = records;
        this.config = config;
        this.clock = clock;
        this.tokenKey = tokenKey;
    }

    XmlWritable answer(OaiRepository repository, OaiRequest request) throws OaiError {
        Optional<String> token = request.find(Argument.ResumptionToken);
        ListPosition position =
                token.isPresent() ? tokens().read(token.get(), repository, request.verb()) : first(repository, request);
        MetadataFormats format = MetadataFormats.get(position.metadataPrefix());
        List<OaiItem> found = items.list(position, config.pageSize() + 1);
        if (found.isEmpty() && token.isPresent() && !position.untilGiven()) {
            return lastPage(position, format);
        }
        if (found.isEmpty()) {
            throw OaiError.noRecordsMatch();
        }
        boolean more = found.size() > config.pageSize();
        List<OaiItem> page = more ? found.subList(0, config.pageSize()) : found;
        Instant expiry = clock.instant().plus(config.tokenLifetime()).truncatedTo(ChronoUnit.SECONDS);
        String next = more ? tokens().write(position.after(page.getLast().sequence()), expiry) : null;
        String last = token.isPresent() ? "" : null;
        return list(position, format, page, next == null ? last : next, expiry);
    }

    /** All that was left has changed meanwhile; a page may not be empty, so it is answered as it is now. */
    private XmlWritable lastPage(ListPosition position, MetadataFormats format) throws OaiError {
        DateRange open = new DateRange(position.dates().from(), null);
        ListPosition moved = new ListPosition(
                position.repository(),
                position.verb(),
                position.metadataPrefix(),
                position.set(),
                open,
                false,
                position.afterSequence(),
                Long.MAX_VALUE);
        List<OaiItem> page = items.list(moved, config.pageSize());
        if (page.isEmpty()) {
            throw OaiError.noRecordsMatch();
        }
        return list(position, format, page, "", null);
    }

    private ListPosition first(OaiRepository repository, OaiRequest request) throws OaiError {
        DateRange dates = request.dates();
        return new ListPosition(
                repository,
                request.verb(),
                request.arguments().get(Argument.MetadataPrefix),
                request.arguments().get(Argument.Set),
                dates,
                dates.before() != null && !dates.before().isAfter(clock.instant()),
                0,
                items.findLastSequence(repository));
    }

    private XmlWritable list(
            ListPosition position, MetadataFormats format, List<OaiItem> page, String token, Instant expiry) {
        if (position.verb() == Type.ListIdentifiers) {
            return new RecordList("header", page.stream().map(records::header).toList(), token, expiry);
        }
        return new RecordList("record", records.records(position.repository(), page, format), token, expiry);
    }

    private ResumptionTokens tokens() {
        return new ResumptionTokens(tokenKey.bytes(), clock);
    }
}
