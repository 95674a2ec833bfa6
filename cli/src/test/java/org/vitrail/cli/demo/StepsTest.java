package org.vitrail.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Steps steps = new Steps(new PrintStream(text));

    @Test
    void aFailedStepIsNotedWithItsReasonAndTheNextOneRuns() {
        assertThat(steps.attempt("first", () -> {
                    throw new DemoFailed("the reason");
                }))
                .isEmpty();
        assertThat(steps.attempt("second", () -> 7)).contains(7);
        assertThat(steps.list()).extracting(Steps.Step::detail).containsExactly("the reason", "");
        assertThat(steps.allOk()).isFalse();
        assertThat(text.toString()).contains("FAILED first", "the reason", "ok     second");
    }

    @Test
    void aRequiredStepThatFailsEndsTheRun() {
        assertThatThrownBy(() -> steps.require("start", () -> {
                    throw new DemoFailed("no");
                }))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("start");
    }
}
