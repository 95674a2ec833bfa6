package org.vitrail.omezarr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;

/**
 * Opens the store at any place that a person names: a folder, a ZIP file, an {@code http} or {@code https} address, and addresses that
 * {@link ZarrPlace} services bring, such as {@code s3://bucket/prefix}.
 */
public final class ZarrPlaces {

    private ZarrPlaces() {}

    /** True when it is an address and no path: it begins with a scheme and {@code ://}. */
    public static boolean isAddress(String place) {
        return place.matches("[A-Za-z][A-Za-z0-9+.-]*://.*");
    }

    /**
     * Opens a store for reading; the caller closes it.
     *
     * @param place path or address
     * @param environment variables by name, for what addresses do not say
     * @throws ZarrStoreFailure when there is nothing, the address is malformed, or its scheme is not known
     * @throws UnreadableZarr when a ZIP file is damaged or holds no OME-Zarr
     */
    public static ZarrStore open(String place, Map<String, String> environment) {
        return isAddress(place) ? address(place, environment) : local(place);
    }

    private static ZarrStore local(String place) {
        Path path;
        try {
            path = Path.of(place);
        } catch (InvalidPathException bad) {
            throw new ZarrStoreFailure(place + " is no path: " + bad.getReason() + ".", bad);
        }
        if (Files.isDirectory(path)) {
            return new FolderZarrStore(path);
        }
        if (!Files.exists(path)) {
            throw new ZarrStoreFailure(
                    place + " is not there. Check the path; addresses begin with https:// or s3://.");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnreadableZarr(place + " is neither a file nor a folder. Check the path.");
        }
        if (!isZip(path)) {
            throw new UnreadableZarr(place + " is no OME-Zarr: it is neither a folder nor a ZIP file.");
        }
        return ZipZarrStore.open(path);
    }

    /** True when it begins as ZIP files do, or is too short or closed to say. */
    private static boolean isZip(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] head = stream.readNBytes(2);
            return head.length < 2 || head[0] == 'P' && head[1] == 'K';
        } catch (IOException closed) {
            return true;
        }
    }

    private static ZarrStore address(String place, Map<String, String> environment) {
        URI address = parsed(place);
        try {
            return opened(place, address, environment);
        } catch (IllegalArgumentException bad) {
            throw new ZarrStoreFailure(place + " cannot be asked for: " + bad.getMessage() + ".", bad);
        }
    }

    private static ZarrStore opened(String place, URI address, Map<String, String> environment) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") || scheme.equals("https")) {
            return new HttpZarrStore(address);
        }
        List<String> known = new ArrayList<>(List.of("http", "https"));
        for (ZarrPlace kind : ServiceLoader.load(ZarrPlace.class, ZarrPlace.class.getClassLoader())) {
            if (kind.scheme().equals(scheme)) {
                return kind.open(address, environment);
            }
            known.add(kind.scheme());
        }
        throw new ZarrStoreFailure(place + " begins with " + scheme + "://, which is not read. These are: "
                + String.join(", ", new TreeSet<>(known)) + ", and paths.");
    }

    private static URI parsed(String place) {
        Optional<String> fault;
        try {
            URI address = new URI(place);
            if (address.getHost() == null && address.getAuthority() == null) {
                fault = Optional.of("it names no host");
            } else if (address.getRawUserInfo() != null) {
                throw new ZarrStoreFailure(
                        "An address with a user and password is not taken: they would stand in messages and logs.");
            } else if (address.getRawQuery() != null || address.getRawFragment() != null) {
                fault = Optional.of("the address of an OME-Zarr has no ? and no #, because names are added to it");
            } else {
                return address;
            }
        } catch (URISyntaxException bad) {
            fault = Optional.of(bad.getReason());
        }
        throw new ZarrStoreFailure(place + " is neither a path nor an address: " + fault.get() + ".");
    }
}
