package org.vitrail.cli.bench;

import java.util.Optional;
import org.vitrail.omezarr.ZarrStore;

/** Takes objects and keeps none, so that no disk is measured. */
final class ForgettingStore implements ZarrStore {

    @Override
    public void put(String key, byte[] bytes) {}

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.empty();
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        return new byte[0];
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return Optional.empty();
    }
}
