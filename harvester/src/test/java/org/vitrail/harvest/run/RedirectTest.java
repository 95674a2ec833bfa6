package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.harvest.run.StandIn.Reply.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Interrupted;
import org.vitrail.harvest.report.HarvestOutcome.Refused;
import org.vitrail.harvest.transport.AddressPolicy;

/** Redirects, honest ones and those that lead a harvester into its own network. */
class RedirectTest {

    @Test
    void redirectIsFollowedWithItsQueryOrWithoutOne() {
        try (StandIn target = new StandIn(a -> Oai.wellBehaved(a, 5, 2));
                StandIn server = new StandIn(a -> status(301).with("Location", target.base() + "?" + query(a)));
                StandIn forgetful = new StandIn(a -> status(302).with("Location", "" + target.base()))) {
            assertThat(Trial.of(server).identifiers()).hasSize(5);
            assertThat(Trial.of(forgetful).identifiers()).hasSize(5);
        }
    }

    @Test
    void redirectInCirclesInterruptsTheRun() {
        try (StandIn server = new StandIn(a -> status(302).with("Location", "/oai?" + query(a)))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("more than 5 times");
        }
    }

    @Test
    void redirectIntoOtherNetworksIsNotFollowed() {
        for (String location : new String[] {
            "http://169.254.169.254/latest/meta-data/",
            "http://10.0.0.1/oai",
            "http://192.168.1.1/",
            "http://[fe80::1]/oai",
            "http://[fd00::1]/oai",
            "http://[::ffff:169.254.169.254]/",
            "http://[64:ff9b::a9fe:a9fe]/",
            "http://2852039166/",
            "http://100.64.0.1/",
            "http://user:password@127.0.0.1/",
            "ftp://127.0.0.1/oai",
            "file:///etc/passwd"
        }) {
            try (StandIn server = new StandIn(a -> status(302).with("Location", location))) {
                Trial trial = Trial.of(server);
                assertThat(trial.outcome).as(location).isInstanceOf(Refused.class);
                assertThat(trial.report().code()).isEqualTo("forbiddenAddress");
            }
        }
    }

    @Test
    void redirectInTheMiddleOfTheListIsCheckedToo() {
        try (StandIn server = new StandIn(a -> a.containsKey("resumptionToken")
                ? status(307).with("Location", "http://169.254.169.254/")
                : Oai.wellBehaved(a, 6, 2))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Refused.class);
            assertThat(trial.report().records()).isEqualTo(2);
            assertThat(trial.report().resumptionToken()).contains("t2");
        }
    }

    @Test
    void baseInOurOwnNetworkIsRefusedWhereOnlyPublicOnesAreAllowed() {
        Trial trial = new Trial()
                .run(URI.create("http://localhost:1/oai"), r -> r.withAddresses(AddressPolicy.PUBLIC_ONLY), x -> {});
        assertThat(trial.outcome).isInstanceOf(Refused.class);
        assertThat(trial.report().reason()).contains("loopback");
    }

    @Test
    void everythingMayBeAskedWhereEveryoneIsTrusted() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 1, 1))) {
            assertThat(Trial.of(server, r -> r.withAddresses(AddressPolicy.ANY)).outcome)
                    .isInstanceOf(Complete.class);
        }
    }

    private static String query(java.util.Map<String, String> arguments) {
        StringBuilder query = new StringBuilder();
        arguments.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(value));
        return query.toString();
    }
}
