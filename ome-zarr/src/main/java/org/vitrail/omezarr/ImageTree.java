package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrail.omezarr.WrittenFileset.Layout;
import org.vitrail.omezarr.ngff.GroupDocument;
import org.vitrail.omezarr.ngff.PlateListing;
import org.vitrail.pixels.WellPosition;

/**
 * Where the images of an OME-Zarr lie. Every path is a key below the root and stands once, so that no listing can lead out or around.
 *
 * @param layout of the images
 * @param plateName or null
 * @param members in the order of the listing
 */
record ImageTree(Layout layout, String plateName, List<Member> members) {

    /** A plate of 3456 wells with some sixty fields each. */
    private static final int MOST_IMAGES = 200_000;

    /** @param path of the image's group; @param well where it lies on the plate, or null */
    record Member(String path, WellPosition well) {}

    ImageTree {
        members = List.copyOf(members);
    }

    /** Finds the images. @throws UnreadableZarr when there are none, or absurdly many */
    static ImageTree of(ZarrStore store) {
        ZarrGroups groups = new ZarrGroups(store);
        GroupDocument root = groups.get("");
        if (root.isPlate()) {
            return plate(store, groups, root);
        }
        if (root.isImage() || !root.isWell() && !root.isCollection()) {
            return new ImageTree(Layout.IMAGE, null, List.of(new Member("", null)));
        }
        List<String> paths = root.isWell() ? groups.checked("", root, GroupDocument::fields) : series(store, groups);
        List<Member> members = paths.stream()
                .map(path -> new Member(ZarrKeys.checked(path), null))
                .toList();
        if (members.isEmpty()) {
            throw new UnreadableZarr("The collection at " + store
                    + " has no image: OME/ lists no series, and there is no group 0 (OME-NGFF, bioformats2raw.layout)");
        }
        return new ImageTree(Layout.COLLECTION, null, members);
    }

    private static ImageTree plate(ZarrStore store, ZarrGroups groups, GroupDocument root) {
        PlateListing plate = groups.checked("", root, GroupDocument::plate);
        List<Member> members = new ArrayList<>();
        for (PlateListing.Well listed : plate.wells()) {
            String prefix = ZarrKeys.checked(listed.path()) + "/";
            GroupDocument well = groups.find(prefix)
                    .filter(GroupDocument::isWell)
                    .orElseThrow(() -> new UnreadableZarr("The plate at " + store + " lists the well " + listed.path()
                            + ", and there is no well's group at " + prefix + " (OME-NGFF, plate)"));
            List<String> fields = groups.checked(prefix, well, GroupDocument::fields);
            boolean numbered = areNumbered(fields);
            for (int i = 0; i < fields.size(); i++) {
                int field = numbered ? Integer.parseInt(fields.get(i)) : i;
                members.add(new Member(
                        ZarrKeys.checked(prefix + fields.get(i)),
                        new WellPosition(plate.name(), listed.row(), listed.column(), field)));
            }
            requireModest(store, members.size());
        }
        if (members.isEmpty()) {
            throw new UnreadableZarr("The plate at " + store + " has no image: none of its "
                    + plate.wells().size() + " wells lists a field (OME-NGFF, well)");
        }
        return new ImageTree(Layout.PLATE, plate.name(), members);
    }

    private static void requireModest(ZarrStore store, int images) {
        if (images > MOST_IMAGES) {
            throw new UnreadableZarr("The plate at " + store + " lists more than " + MOST_IMAGES
                    + " images. Give its wells one at a time.");
        }
    }

    /** Fields keep their numbers where their folders are called so. */
    private static boolean areNumbered(List<String> fields) {
        Set<Integer> numbers = new HashSet<>();
        for (String field : fields) {
            if (!field.matches("[0-9]{1,6}") || !numbers.add(Integer.parseInt(field))) {
                return false;
            }
        }
        return true;
    }

    /** What the group OME lists, else 0, 1, 2 … as far as they go. OME-NGFF §bioformats2raw.layout. */
    private static List<String> series(ZarrStore store, ZarrGroups groups) {
        List<String> listed = groups.find("OME/")
                .map(group -> groups.checked("OME/", group, GroupDocument::series))
                .orElse(List.of());
        if (!listed.isEmpty()) {
            return listed;
        }
        List<String> found = new ArrayList<>();
        while (groups.find(found.size() + "/").isPresent()) {
            found.add(Integer.toString(found.size()));
            requireModest(store, found.size());
        }
        return found;
    }
}
