package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects that make a group and carry its OME attributes: {@code zarr.json} in Zarr v3 (OME-NGFF 0.5), {@code .zgroup} and
 * {@code .zattrs} in Zarr v2 (0.4).
 */
public final class GroupObjects {

    private GroupObjects() {}

    /**
     * Keys below the group with their bytes; the last one to be stored stands last.
     *
     * @param ome what 0.5 has below {@code attributes.ome} and 0.4 at the root of {@code .zattrs}; null for a group without any
     */
    public static Map<String, byte[]> print(NgffVersion version, ObjectNode ome) {
        return print(version, ome, null);
    }

    /** As above. @param vitrail attributes of our own beside OME's, or null */
    public static Map<String, byte[]> print(NgffVersion version, ObjectNode ome, ObjectNode vitrail) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        Map<String, byte[]> objects = new LinkedHashMap<>();
        if (version == NgffVersion.V0_4) {
            objects.put(
                    ".zgroup", Json.print(JsonNodeFactory.instance.objectNode().put("zarr_format", 2)));
            if (ome != null) {
                attributes.setAll(ome);
            }
        } else if (ome != null) {
            attributes.putObject("ome").put("version", version.text()).setAll(ome);
        }
        if (vitrail != null) {
            attributes.set("vitrail", vitrail);
        }
        if (version == NgffVersion.V0_4) {
            objects.put(".zattrs", Json.print(attributes));
            return objects;
        }
        ObjectNode group =
                JsonNodeFactory.instance.objectNode().put("zarr_format", 3).put("node_type", "group");
        group.set("attributes", attributes);
        objects.put("zarr.json", Json.print(group));
        return objects;
    }

    /** Attributes of the group that lists label images. */
    public static ObjectNode labelList(List<String> names) {
        ObjectNode ome = JsonNodeFactory.instance.objectNode();
        names.forEach(ome.putArray("labels")::add);
        return ome;
    }
}
