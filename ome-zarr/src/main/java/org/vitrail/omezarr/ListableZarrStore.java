package org.vitrail.omezarr;

import java.util.function.Consumer;

/** A store that knows its keys. */
public interface ListableZarrStore extends ZarrStore {

    /**
     * Tells every key below a folder, one by one and in any order, without holding all of them.
     *
     * @param prefix empty, or ending with a slash
     * @param key is told each key; whole, as {@link #find(String)} takes it
     * @throws ListingRefused before any key was told, when this reader may not list
     * @throws ZarrStoreFailure when the store did not answer, or links lead out of it or in a circle
     */
    void list(String prefix, Consumer<String> key);
}
