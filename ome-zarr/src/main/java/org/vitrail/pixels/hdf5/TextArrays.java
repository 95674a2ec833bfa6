package org.vitrail.pixels.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** Data sets that hold texts instead of pixels. Small ones are searched; the others are left to a curator. */
final class TextArrays {

    private static final int MOST_TEXTS = 10_000;
    private static final int MOST_BYTES = 4 << 20;

    private TextArrays() {}

    static List<IdentityFinding> findings(Hdf5File file, String path, Dataset dataset) {
        DataType type = file.guard(path, dataset::getDataType);
        if (type instanceof CompoundDataType table) {
            boolean texts = table.getMembers().stream().anyMatch(member -> isText(member.getDataType()));
            return texts ? List.of(unsearched(file, path)) : List.of();
        }
        if (!isText(type)) {
            return List.of();
        }
        if (!file.guard(path, () -> isSmall(dataset, type))) {
            return List.of(unsearched(file, path));
        }
        List<IdentityFinding> found = new ArrayList<>();
        String key = path.substring(path.lastIndexOf('/') + 1);
        for (String text : texts(file.guard(path, dataset::getData))) {
            found.addAll(IdentityText.findings(key + ": " + text, file.name(), "/" + path, Treatment.REMOVED));
        }
        return found.stream().distinct().toList();
    }

    private static boolean isText(DataType type) {
        return type instanceof StringData || type instanceof VariableLength texts && texts.isVariableLengthString();
    }

    /** Chunked ones are not read: jhdf unpacks them without limit. */
    private static boolean isSmall(Dataset dataset, DataType type) {
        long count = 1;
        for (long length : dataset.getDimensionsAsLong()) {
            if (length < 0 || length > MOST_TEXTS) {
                return false;
            }
            count = Math.min(count * length, MOST_TEXTS + 1L);
        }
        return !(dataset instanceof ChunkedDataset)
                && count <= MOST_TEXTS
                && type.getSize() > 0
                && count * type.getSize() <= MOST_BYTES;
    }

    private static List<String> texts(Object data) {
        List<String> texts = new ArrayList<>();
        if (data instanceof String text) {
            texts.add(text);
        } else if (data != null && data.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(data); i++) {
                texts.addAll(texts(Array.get(data, i)));
            }
        }
        return texts;
    }

    private static IdentityFinding unsearched(Hdf5File file, String path) {
        return new IdentityFinding(
                Kind.FREE_TEXT,
                file.name(),
                "/" + path,
                "A table or a long list of texts, which is not searched. Look whether it names anybody.",
                Treatment.CURATOR);
    }
}
