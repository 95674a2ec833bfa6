package org.vitrail.schema.oaidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.dataset.Funding;

class GrantAgreementTest {
    @Test
    void grantOfAFrameworkProgrammeHasItsName() {
        assertThat(new OaiDcWriter().write(Examples.maize(true)))
                .contains("<dc:relation>info:eu-repo/grantAgreement/EC/HE/101000000</dc:relation>")
                .doesNotContain("ANR-24");
    }

    @Test
    void commissionAloneDoesNotSayWhichProgramme() {
        assertThat(GrantAgreement.find(grant("10.13039/501100000780", "101000000")))
                .isEmpty();
    }

    @Test
    void numberOfAnotherFormIsNoGrantOfTheUnion() {
        assertThat(GrantAgreement.find(grant("10.13039/501100007601", "H2020-1")))
                .isEmpty();
        assertThat(GrantAgreement.find(grant("10.13039/501100007601", null))).isEmpty();
    }

    private static Funding grant(String funderId, String number) {
        return new Funding("European Commission", funderId, number, null, null);
    }
}
