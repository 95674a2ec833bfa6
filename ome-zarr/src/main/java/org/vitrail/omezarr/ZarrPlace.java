package org.vitrail.omezarr;

import java.net.URI;
import java.util.Map;

/** One kind of address that OME-Zarr lies at, found through {@link java.util.ServiceLoader}. Stateless. */
public interface ZarrPlace {

    /** Scheme of the addresses in lower case, e.g. {@code s3}. */
    String scheme();

    /**
     * A store, for reading, whose root is the address.
     *
     * @param environment variables by name, for what addresses do not say: credentials, regions
     * @throws ZarrStoreFailure when the address or the environment lacks something; says what
     */
    ZarrStore open(URI address, Map<String, String> environment);
}
