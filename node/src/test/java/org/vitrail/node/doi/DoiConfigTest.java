package org.vitrail.node.doi;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoiConfigTest {

    @Test
    void withoutSettingsThereIsNoAccountAndTheRealDataCite() {
        DoiConfig config = read(Map.of());
        assertThat(config.prefix()).isEmpty();
        assertThat(config.repositoryId()).isEmpty();
        assertThat(config.password()).isEmpty();
        assertThat(config.api()).isEqualTo(URI.create("https://api.datacite.org"));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.longestPause()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.accountPause()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void accountComesFromTheEnvironment() {
        DoiConfig config = read(Map.of(
                "VITRAIL_DOI_PREFIX", "10.12345",
                "VITRAIL_DOI_REPOSITORY_ID", "INSTITUTE.IMAGES",
                "VITRAIL_DOI_PASSWORD", "a password",
                "VITRAIL_DOI_API", "https://api.test.datacite.org"));
        assertThat(config.prefix()).contains("10.12345");
        assertThat(config.repositoryId()).contains("INSTITUTE.IMAGES");
        assertThat(config.password()).contains("a password");
        assertThat(config.api()).isEqualTo(URI.create("https://api.test.datacite.org"));
    }

    private static DoiConfig read(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(DoiConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(DoiConfig.class);
    }
}
