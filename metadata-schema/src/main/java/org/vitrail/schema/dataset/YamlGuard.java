package org.vitrail.schema.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Keeps YAML's dangerous corners out: aliases (expansion bombs), endless nesting, repeated keys, huge documents. */
final class YamlGuard {
    private static final int MAX_DEPTH = 40;

    private YamlGuard() {}

    static YAMLFactory factory(int maxCharacters) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(maxCharacters);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /**
     * Jackson would read an alias as its bare name, silently wrong; a description has no need of them.
     *
     * @throws UnreadableDescription at the first alias, with its line
     * @throws JsonProcessingException when it is no YAML
     */
    static void refuseAliases(String yaml, int maxCharacters) throws JsonProcessingException {
        try (YAMLParser parser = factory(maxCharacters).createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new UnreadableDescription(Fault.of("", FaultCode.ALIAS_REFUSED, parser.getText())
                            .at(TextPlace.line(parser.currentTokenLocation().getLineNr())));
                }
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
