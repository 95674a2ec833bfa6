package org.vitrail.node.doi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.RefusedStart;
import org.vitrail.node.doi.NodeSettings.Account;

class DoiStartCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "         | A.B | x | https://api.datacite.org | vitrail.doi.prefix is not set",
                "10.12345 |     | x | https://api.datacite.org | vitrail.doi.repository-id is not set",
                "         |     |   | https://api.datacite.org | prefix, vitrail.doi.repository-id, vitrail.doi.password",
                "10.5072  | A.B | x | https://api.datacite.org | retired in 2019",
                "10.1234/ | A.B | x | https://api.datacite.org | vitrail.doi.prefix is 10.1234/",
                "10.12345 | A.B | x | http://api.datacite.org  | in the clear"
            })
    void productionIsRefusedWithoutAUsableAccount(
            String prefix, String repositoryId, String password, URI api, String reason) {
        Account account = new Account(
                Optional.ofNullable(prefix), Optional.ofNullable(repositoryId), Optional.ofNullable(password), api);
        assertThatThrownBy(() -> start(NodeConfig.Mode.PRODUCTION, account))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(reason);
    }

    @Test
    void demonstrationNeedsNoAccount() {
        Account none = new Account(
                Optional.empty(), Optional.empty(), Optional.empty(), URI.create("https://api.datacite.org"));
        assertThatCode(() -> start(NodeConfig.Mode.DEMONSTRATION, none)).doesNotThrowAnyException();
    }

    private static void start(NodeConfig.Mode mode, DoiConfig account) {
        new DoiStartCheck(new NodeSettings(mode), account, null).onStart(new StartupEvent());
    }
}
