package org.vitrail.omezarr.validation;

import static org.vitrail.omezarr.validation.ArrayRules.bad;

import java.util.Arrays;
import java.util.Set;
import org.vitrail.omezarr.ngff.CodecOrder;

/** Rules of a list of codecs. Zarr v3 core §codecs; codecs bytes, transpose, blosc, gzip, crc32c, sharding_indexed; zarr-extensions zstd. */
final class CodecRules {

    private static final Set<String> BLOSC_INNER = Set.of("lz4", "lz4hc", "blosclz", "snappy", "zlib", "zstd");
    private static final int DEEPEST = 4;

    private final String type;
    private final int dimensions;
    private final int depth;

    /** @param dimensions of the array, or −1 when it is not known */
    CodecRules(String type, int dimensions) {
        this(type, dimensions, 0);
    }

    private CodecRules(String type, int dimensions, int depth) {
        this.type = type;
        this.dimensions = dimensions;
        this.depth = depth;
    }

    /** Checks one list, once. @param chunk shape of what is encoded, or null when it is not known */
    void check(Element list, long[] chunk) {
        if (!list.isList(1)) {
            return;
        }
        CodecOrder.find(list.node())
                .ifPresent(
                        fault -> bad(
                                fault.codec() < 0 ? list : list.at(fault.codec()),
                                fault.problem(),
                                "Put transpose first, then \"bytes\" or \"sharding_indexed\" once, then compressors and checksums"));
        for (Element codec : list.items()) {
            checkCodec(codec, name(codec), chunk);
        }
    }

    private static String name(Element codec) {
        if (codec.node().isTextual()) {
            return codec.node().textValue();
        }
        return codec.isObject() ? codec.required("name").text().orElse("") : "";
    }

    private void checkCodec(Element codec, String name, long[] chunk) {
        switch (name) {
            case "" -> {
                // its name was reported
            }
            case "transpose" -> checkTranspose(codec);
            case "bytes", "sharding_indexed" -> checkArrayToBytes(name, codec, chunk);
            case "blosc", "gzip", "zstd", "crc32c" -> checkCompressor(name, codec.get("configuration"));
            default ->
                codec.report(
                        Rule.UNCOMMON,
                        "few programs know the codec " + Element.quoted(name),
                        "Save with bytes, then blosc, zstd or gzip");
        }
    }

    private void checkTranspose(Element codec) {
        Element order = codec.get("configuration").get("order");
        boolean sound =
                order.node().isArray() && (dimensions < 0 || order.node().size() == dimensions);
        boolean[] seen = new boolean[sound ? order.node().size() : 0];
        for (Element axis : order.items()) {
            int place = axis.node().isInt() ? axis.node().intValue() : -1;
            sound = sound && place >= 0 && place < seen.length && !seen[place];
            if (sound) {
                seen[place] = true;
            }
        }
        if (!sound) {
            bad(
                    codec,
                    "its order does not name each dimension once",
                    "Give \"order\" as a permutation of the dimensions, before \"bytes\"");
        }
    }

    private void checkArrayToBytes(String name, Element codec, long[] chunk) {
        Element configuration = codec.get("configuration");
        if (name.equals("sharding_indexed")) {
            checkSharding(codec, configuration, chunk);
            return;
        }
        Element endian = configuration.get("endian");
        boolean oneByte = type.matches("bool|u?int8|");
        boolean sound = Set.of("little", "big").contains(endian.node().asText());
        if (endian.exists() ? !sound : !oneByte) {
            bad(
                    codec,
                    endian.exists() ? "endian is " + endian.shown() : "endian is missing for samples of " + type,
                    "Say \"little\" or \"big\"");
        }
    }

    private void checkSharding(Element codec, Element configuration, long[] shard) {
        if (depth == DEEPEST) {
            bad(codec, "shards are nested more than " + DEEPEST + " deep", "Save with one level of shards");
            return;
        }
        Element chunks = configuration.get("chunk_shape");
        long[] chunk = chunks.exists() ? ArrayRules.lengths(chunks, 1) : null;
        if (!chunks.exists()) {
            bad(codec, "chunk_shape is missing", "Give the shape of the inner chunks");
        } else if (chunk != null && shard != null && !divides(chunk, shard)) {
            bad(
                    chunks,
                    "inner chunks of " + Arrays.toString(chunk) + " do not divide the shard of "
                            + Arrays.toString(shard),
                    "Choose lengths that divide those of the shard");
        }
        CodecRules inner = new CodecRules(type, dimensions, depth + 1);
        inner.check(required(codec, configuration, "codecs"), chunk);
        Element index = required(codec, configuration, "index_codecs");
        new CodecRules("uint64", -1, depth + 1).check(index, null);
        for (Element entry : index.items()) {
            if (Set.of("blosc", "gzip", "zstd", "sharding_indexed")
                    .contains(entry.get("name").node().asText())) {
                bad(entry, "the length of the index is not fixed", "Use \"bytes\" and \"crc32c\" for the index");
            }
        }
        Element location = configuration.get("index_location");
        if (location.exists()
                && !Set.of("start", "end").contains(location.node().asText())) {
            bad(location, "index_location is " + location.shown(), "Say \"start\" or \"end\"");
        }
    }

    private static Element required(Element codec, Element configuration, String key) {
        Element found = configuration.get(key);
        if (!found.exists()) {
            bad(codec, key + " is missing", "Add it to the configuration");
        }
        return found;
    }

    private static boolean divides(long[] chunk, long[] shard) {
        boolean divides = chunk.length == shard.length;
        for (int i = 0; divides && i < chunk.length; i++) {
            divides = shard[i] % chunk[i] == 0;
        }
        return divides;
    }

    private static void checkCompressor(String name, Element configuration) {
        if (name.equals("blosc")
                && !BLOSC_INNER.contains(configuration.get("cname").node().asText())) {
            bad(
                    configuration,
                    "cname of blosc is " + configuration.get("cname").shown(),
                    "Say one of "
                            + String.join(", ", BLOSC_INNER.stream().sorted().toList()));
        }
        Element level = configuration.get(name.equals("blosc") ? "clevel" : "level");
        boolean leveled = name.equals("blosc") || name.equals("gzip");
        if (leveled
                && !(level.node().isInt()
                        && level.node().intValue() >= 0
                        && level.node().intValue() <= 9)) {
            bad(
                    level.exists() ? level : configuration,
                    "the level of " + name + " is not 0 to 9",
                    "Give a level from 0 to 9");
        }
    }
}
