package org.vitrail.node.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vitrail.node.ingest.FilesetImages.Member;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.WellPosition;
import org.vitrail.schema.dataset.ImageDescription;

/** What images are called: as described, and, where a fileset holds several, what tells each from its siblings. */
public final class ImageNames {
    private static final String UNNAMED = "image";

    private ImageNames() {}

    /** Names of a fileset's images as the files give them, each once. A text that could reveal a person is no name. */
    static List<Member> members(List<? extends PixelSource> images) {
        List<Member> members = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int number = 0; number < images.size(); number++) {
            WellPosition well = images.get(number).metadata().well();
            String name = well == null ? ofFile(images.get(number)) : inWell(well);
            if (images.size() == 1 && well == null) {
                name = null;
            } else if (name == null || !taken.add(name)) {
                name = name == null ? UNNAMED + " " + (number + 1) : name + " (" + (number + 1) + ")";
                taken.add(name);
            }
            members.add(new Member(name, harmless(well)));
        }
        return members;
    }

    /**
     * The name of a published image.
     *
     * @param member what tells it from its siblings; null where it has none
     */
    public static String published(ImageDescription described, String member) {
        if (isGiven(described.name())) {
            return joined(described.name(), member);
        }
        String path = described.files().getFirst();
        return joined(path.substring(path.lastIndexOf('/') + 1), member);
    }

    /** The name inside the OME-Zarr, which never is a file's. */
    static String stored(ImageDescription described, FilesetImage image, PixelSource source) {
        if (isGiven(described.name())) {
            return joined(described.name(), image.name());
        }
        return Objects.requireNonNullElse(image.name(), Objects.requireNonNullElse(ofFile(source), UNNAMED));
    }

    private static String ofFile(PixelSource source) {
        return HarmlessText.orNull(source.metadata().name());
    }

    private static String joined(String name, String member) {
        return member == null ? name : name + ", " + member;
    }

    private static boolean isGiven(String name) {
        return name != null && !name.isBlank();
    }

    private static WellPosition harmless(WellPosition well) {
        return well == null
                ? null
                : new WellPosition(HarmlessText.orNull(well.plate()), well.row(), well.column(), well.field());
    }

    private static String inWell(WellPosition well) {
        return well.rowName() + well.columnName() + " field " + (well.field() + 1);
    }
}
