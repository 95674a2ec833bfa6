package org.vitrail.schema.madmp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.UnreadableDescription;

/**
 * Reads a data management plan and begins a description with one of its data sets. What has another form than the standard says
 * is left aside and noted; markup is taken out of texts. Safe for hostile input: 4 MiB and 40 levels at most.
 */
public final class MadmpReader {
    /** More than a plan of a thousand data sets. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(40)
                    .maxNumberLength(100)
                    .build())
            .build());

    private final LocalDate today;

    /** @param today a license that begins later means an embargo until then */
    public MadmpReader(LocalDate today) {
        this.today = today;
    }

    /**
     * Reads a plan.
     *
     * @param asked title or identifier of the data set; null where the plan has one only
     * @throws UnreadableDescription when it is too large, no JSON, no plan, or has not the data set
     */
    public PlannedDataset read(byte[] json, String asked) {
        List<PlanNote> notes = new ArrayList<>();
        PlanNode plan = new PlanNode(dmp(json), "", notes);
        PlanNode dataset = chosen(plan.children("dataset"), asked);
        // remarks on what was only looked at to choose are of no use
        notes.clear();
        return new PlanDescription(plan, dataset, notes).read(today);
    }

    private static JsonNode dmp(byte[] json) {
        if (json.length > MAX_BYTES) {
            throw refused(FaultCode.PLAN_TOO_LARGE, MAX_BYTES / (1024 * 1024));
        }
        try {
            JsonNode root = JSON.readTree(json);
            JsonNode dmp = root == null ? null : root.get("dmp");
            if (dmp == null || !dmp.isObject()) {
                throw refused(FaultCode.PLAN_MISSING);
            }
            return dmp;
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage() == null
                    ? ""
                    : e.getOriginalMessage().lines().findFirst().orElse("");
            throw new UnreadableDescription(Fault.of("", FaultCode.DOCUMENT_ILL_FORMED, reason), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanNode chosen(List<PlanNode> datasets, String asked) {
        if (datasets.isEmpty()) {
            throw refused(FaultCode.PLAN_WITHOUT_DATASET);
        }
        if (asked == null && datasets.size() == 1) {
            return datasets.getFirst();
        }
        List<String> titles = datasets.stream()
                .map(dataset -> dataset.text("title").orElse(""))
                .limit(20)
                .toList();
        if (asked == null) {
            throw refused(FaultCode.PLAN_DATASET_AMBIGUOUS, String.join("; ", titles));
        }
        return datasets.stream()
                .filter(dataset -> isCalled(dataset, asked))
                .findFirst()
                .orElseThrow(() -> refused(FaultCode.PLAN_DATASET_UNKNOWN, asked, String.join("; ", titles)));
    }

    private static boolean isCalled(PlanNode dataset, String asked) {
        return dataset.text("title").filter(asked.strip()::equals).isPresent()
                || dataset.child("dataset_id")
                        .text("identifier")
                        .filter(asked.strip()::equals)
                        .isPresent();
    }

    private static UnreadableDescription refused(FaultCode code, Object... arguments) {
        return new UnreadableDescription(Fault.of("", code, arguments));
    }
}
