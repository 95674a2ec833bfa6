package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleManifestTest {

    @Test
    void merkleRootChangesWithAnyObject() {
        List<StoredObject> objects =
                List.of(new StoredObject("a", 1, "00"), new StoredObject("b", 2, "11"), new StoredObject("c", 3, "22"));
        List<StoredObject> other =
                List.of(new StoredObject("c", 3, "22"), new StoredObject("a", 1, "00"), new StoredObject("b", 2, "12"));

        assertThat(MerkleManifest.root(objects)).hasSize(64).isNotEqualTo(MerkleManifest.root(other));
        assertThat(MerkleManifest.root(List.of(objects.get(2), objects.get(0), objects.get(1))))
                .isEqualTo(MerkleManifest.root(objects));
        assertThatThrownBy(() -> MerkleManifest.root(Arrays.asList(objects.get(0), objects.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
