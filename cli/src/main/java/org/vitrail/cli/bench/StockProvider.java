package org.vitrail.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.gdcc.xoai.dataprovider.DataProvider;
import io.gdcc.xoai.dataprovider.exceptions.handler.IdDoesNotExistException;
import io.gdcc.xoai.dataprovider.filter.ScopedFilter;
import io.gdcc.xoai.dataprovider.model.Context;
import io.gdcc.xoai.dataprovider.model.Item;
import io.gdcc.xoai.dataprovider.model.ItemIdentifier;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.dataprovider.repository.ItemRepository;
import io.gdcc.xoai.dataprovider.repository.Repository;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration.RepositoryConfigurationBuilder;
import io.gdcc.xoai.dataprovider.repository.ResultsPage;
import io.gdcc.xoai.dataprovider.repository.SetRepository;
import io.gdcc.xoai.dataprovider.request.RequestBuilder.RawRequest;
import io.gdcc.xoai.model.oaipmh.DeletedRecord;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.OAIPMH;
import io.gdcc.xoai.model.oaipmh.ResumptionToken;
import io.gdcc.xoai.model.oaipmh.results.record.Metadata;
import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import io.gdcc.xoai.services.impl.SimpleResumptionTokenFormat;
import io.gdcc.xoai.xml.StringElement;
import io.gdcc.xoai.xml.XmlWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.vitrail.schema.datacite.DataCiteXmlWriter;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.SchemaJson;

/**
 * XOAI's own DataProvider over a node's tables, as its documentation proposes: pages by limit and offset, which is what its token
 * carries. It is spared the HTTP and the counting that a real one does; metadata come from the writer that the node uses.
 */
final class StockProvider implements ItemRepository {
    private static final String FORMAT = "oai_datacite";
    private static final String PAGE = """
            select i.identifier, i.datestamp, i.deleted, i.sets, v.description, v.published_at, v.modified_at
              from oai_item i join dataset d using (accession)
              join version v on v.accession = d.accession and v.version = d.latest_version
             where i.repository = 'datasets' order by i.sequence limit ? offset ?
            """;
    private static final ObjectReader DESCRIPTION = SchemaJson.mapper().readerFor(DatasetDescription.class);

    private final Connection connection;
    private final int total;
    private final DataProvider provider;

    /** @param total number of items, told once instead of counted for each page */
    StockProvider(Connection connection, int total, int pageSize) {
        this.connection = connection;
        this.total = total;
        Context context = new Context()
                .withMetadataFormat(MetadataFormat.metadataFormat(FORMAT)
                        .withNamespace("http://datacite.org/schema/kernel-4")
                        .withSchemaLocation("https://schema.datacite.org/meta/kernel-4.5/metadata.xsd"));
        Repository repository = new Repository(new RepositoryConfigurationBuilder()
                        .withRepositoryName("stock")
                        .withAdminEmail("admin@example.org")
                        .withBaseUrl("http://localhost/oai")
                        .withGranularity(Granularity.Second)
                        .withEarliestDate(Instant.EPOCH)
                        .withDeleteMethod(DeletedRecord.PERSISTENT)
                        .withMaxListRecords(pageSize)
                        .withMaxListIdentifiers(pageSize)
                        .withMaxListSets(pageSize)
                        .withResumptionTokenFormat(new SimpleResumptionTokenFormat())
                        .build())
                .withItemRepository(this)
                .withSetRepository(new NoSets());
        this.provider = new DataProvider(context, repository);
    }

    /** The page that begins at an offset, as XML; it holds so many records as its request asks for. */
    String page(int offset) throws XMLStreamException {
        RawRequest request = new RawRequest(Verb.Type.ListRecords);
        if (offset == 0) {
            request.withArgument(Verb.Argument.MetadataPrefix, FORMAT);
        } else {
            ResumptionToken.Value at = new ResumptionToken.ValueBuilder()
                    .withMetadataPrefix(FORMAT)
                    .withOffset(offset)
                    .build();
            request.withArgument(Verb.Argument.ResumptionToken, new SimpleResumptionTokenFormat().format(at));
        }
        OAIPMH answer = provider.handle(request);
        if (answer.hasErrors()) {
            throw new IllegalStateException("The stock provider refused: "
                    + answer.getErrors().getFirst().getMessage());
        }
        return XmlWriter.toString(answer);
    }

    @Override
    public ResultsPage<Item> getItems(
            List<ScopedFilter> filters, MetadataFormat format, int limit, ResumptionToken.Value token) {
        long offset = token.hasOffset() ? token.getOffset() : 0;
        List<Item> items = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setInt(1, limit);
            statement.setLong(2, offset);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.add(item(row));
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The table could not be read", e);
        }
        return new ResultsPage<>(token, offset + items.size() < total, items, total);
    }

    private static Item item(ResultSet row) throws SQLException, JsonProcessingException {
        List<Set> sets = new ArrayList<>();
        for (String spec : (String[]) row.getArray("sets").getArray()) {
            sets.add(new Set(spec));
        }
        String accession = row.getString("identifier");
        DatasetDescription described = DESCRIPTION.readValue(row.getString("description"));
        PublishedDataset dataset = dataset(
                accession,
                described,
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("modified_at").toInstant());
        return new StockItem(
                "oai:nantes.vitrail.example:" + accession,
                row.getTimestamp("datestamp").toInstant(),
                sets,
                row.getBoolean("deleted"),
                new Metadata(new StringElement(new DataCiteXmlWriter().write(dataset))));
    }

    private static PublishedDataset dataset(
            String accession, DatasetDescription d, Instant published, Instant modified) {
        URI page = URI.create("http://localhost/datasets/" + accession);
        return new PublishedDataset(
                "oai:nantes.vitrail.example:" + accession,
                accession,
                1,
                "nantes",
                "Institute of examples",
                page,
                URI.create(page + "/v1"),
                null,
                null,
                false,
                published,
                modified,
                d.title(),
                d.description(),
                d.creators(),
                d.license(),
                d.organisms(),
                d.imagingMethods(),
                d.terms(),
                d.keywords(),
                d.publications(),
                d.access(),
                d.embargoUntil(),
                List.of(),
                1,
                201_326_592,
                null);
    }

    @Override
    public ItemIdentifier getItemIdentifier(String identifier) throws IdDoesNotExistException {
        throw new IdDoesNotExistException();
    }

    @Override
    public Item getItem(String identifier, MetadataFormat format) throws IdDoesNotExistException {
        throw new IdDoesNotExistException();
    }

    @Override
    public ResultsPage<ItemIdentifier> getItemIdentifiers(
            List<ScopedFilter> filters, MetadataFormat format, int limit, ResumptionToken.Value token) {
        throw new UnsupportedOperationException("Only records are measured");
    }

    private record StockItem(
            String identifier, Instant datestamp, List<Set> itsSets, boolean gone, Metadata itsMetadata)
            implements Item {
        @Override
        public String getIdentifier() {
            return identifier;
        }

        @Override
        public Instant getDatestamp() {
            return datestamp;
        }

        @Override
        public List<Set> getSets() {
            return itsSets;
        }

        @Override
        public boolean isDeleted() {
            return gone;
        }

        @Override
        public Metadata getMetadata() {
            return itsMetadata;
        }
    }

    private static final class NoSets implements SetRepository {
        @Override
        public List<Set> getSets() {
            return List.of();
        }
    }
}
