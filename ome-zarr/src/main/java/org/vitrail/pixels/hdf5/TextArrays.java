package org.vitrail.pixels.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
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
    private static final int MOST_SPELLED = 1 << 16;

    private TextArrays() {}

    static List<IdentityFinding> findings(Hdf5File file, String path, Dataset dataset) {
        DataType type = file.guard(path, dataset::getDataType);
        List<IdentityFinding> found = new ArrayList<>();
        if (type instanceof CompoundDataType table) {
            String members = String.join(
                    "\n",
                    table.getMembers().stream().map(member -> member.getName()).toList());
            found.addAll(
                    IdentityText.findings(members, file.name(), "/" + path + ", names of members", Treatment.REMOVED));
            boolean texts = table.getMembers().stream().anyMatch(member -> isText(member.getDataType()));
            if (texts) {
                found.add(unsearched(file, path));
            }
            return found;
        }
        if (type instanceof FixedPoint) {
            return spelled(file, path, dataset, type);
        }
        if (!isText(type)) {
            return List.of();
        }
        if (!file.guard(path, () -> isSmall(dataset, type))) {
            return List.of(unsearched(file, path));
        }
        String key = path.substring(path.lastIndexOf('/') + 1);
        for (String text : texts(file.guard(path, dataset::getData))) {
            found.addAll(IdentityText.findings(key + ": " + text, file.name(), "/" + path, Treatment.REMOVED));
        }
        return found.stream().distinct().toList();
    }

    /** Small arrays of bytes or other numbers in which a text is spelled; images hardly ever are nothing but letters. */
    private static List<IdentityFinding> spelled(Hdf5File file, String path, Dataset dataset, DataType type) {
        if (dataset instanceof ChunkedDataset || !file.guard(path, () -> isSpellable(dataset, type))) {
            return List.of();
        }
        List<Double> numbers = new ArrayList<>();
        numbers(file.guard(path, dataset::getData), numbers);
        String text =
                SpelledText.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
        String key = path.substring(path.lastIndexOf('/') + 1);
        return text.isEmpty()
                ? List.of()
                : IdentityText.findings(key + ": " + text, file.name(), "/" + path, Treatment.REMOVED);
    }

    private static boolean isSpellable(Dataset dataset, DataType type) {
        long bytes = type.getSize();
        for (long length : dataset.getDimensionsAsLong()) {
            if (length < 1 || length > MOST_SPELLED) {
                return false;
            }
            bytes = Math.min(bytes * length, MOST_SPELLED + 1L);
        }
        return bytes <= MOST_SPELLED && !dataset.isEmpty();
    }

    private static void numbers(Object data, List<Double> into) {
        if (data instanceof Number number) {
            into.add(number.doubleValue());
        } else if (data != null && data.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(data); i++) {
                numbers(Array.get(data, i), into);
            }
        }
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
