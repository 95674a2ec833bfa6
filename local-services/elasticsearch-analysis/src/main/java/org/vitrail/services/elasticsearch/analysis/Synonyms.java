package org.vitrail.services.elasticsearch.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/**
 * The filters {@code synonym} and {@code synonym_graph} with rules in the settings, Solr's syntax.
 * The rules pass through the tokenizer and filters that stand before, as in Elasticsearch.
 */
final class Synonyms implements TokenFilterFactory {

    private final String name;
    private final Settings settings;
    private final boolean graph;

    private Synonyms(String name, Settings settings, boolean graph) {
        this.name = name;
        this.settings = settings;
        this.graph = graph;
    }

    /** Asked without settings Elasticsearch would make it ready-made, which it cannot be. */
    static AnalysisProvider<TokenFilterFactory> provider(boolean graph) {
        return AnalysisPlugin.requiresAnalysisSettings(
                (index, environment, name, settings) -> new Synonyms(name, settings, graph));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        throw new IllegalStateException(
                "Synonyms are made for a chain of filters, see getChainAwareTokenFilterFactory");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> all) {
        SynonymMap rules = parse(chain(tokenizer, before));
        return new TokenFilterFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public TokenStream create(TokenStream tokens) {
                if (rules.fst == null) {
                    return tokens;
                }
                return graph ? new SynonymGraphFilter(tokens, rules, false) : new SynonymFilter(tokens, rules, false);
            }
        };
    }

    private SynonymMap parse(Analyzer analyzer) {
        try {
            SolrSynonymParser parser = new SolrSynonymParser(true, settings.getAsBoolean("expand", true), analyzer);
            parser.parse(new StringReader(String.join("\n", settings.getAsList("synonyms"))));
            return parser.build();
        } catch (IOException | ParseException wrong) {
            throw new IllegalArgumentException("The synonyms of the filter [" + name + "] cannot be read", wrong);
        }
    }

    private static Analyzer chain(TokenizerFactory tokenizer, List<TokenFilterFactory> filters) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = tokenizer.create();
                TokenStream tokens = source;
                for (TokenFilterFactory filter : filters) {
                    tokens = filter.create(tokens);
                }
                return new TokenStreamComponents(source, tokens);
            }
        };
    }
}
