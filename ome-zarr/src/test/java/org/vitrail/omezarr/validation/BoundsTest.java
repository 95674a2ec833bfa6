package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vitrail.omezarr.validation.Hierarchies.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ZarrStoreFailure;

/** Absurd hierarchies end, links are not followed out of the folder, failing stores are told from bad metadata. */
class BoundsTest {

    @TempDir
    private Path folder;

    private static String plate(int wells) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < wells; i++) {
            list.append(i == 0 ? "" : ",")
                    .append("{\"path\":\"A/")
                    .append(i)
                    .append("\",\"rowIndex\":0,\"columnIndex\":")
                    .append(i)
                    .append('}');
        }
        return """
                {"plate": {"name": "p", "version": "0.4", "rows": [{"name": "A"}], "columns": [{"name": "0"}], "wells": [%s]}}
                """.formatted(list);
    }

    @Test
    void aPlateOfManyAbsentWellsEnds() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putGroup(store, "", false, json(plate(100_000)));
        Hierarchies.putGroup(store, "A/", false, json("{}"));

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(checked.isValid()).isFalse();
        assertThat(checked.numbers()).containsEntry(Rule.WELL_PLACE, 99_999L).containsEntry(Rule.LEFT_OUT, 1L);
        assertThat(checked.numbers()).containsEntry(Rule.ABSENT_GROUP, 10_000L);
        assertThat(checked.findings()).hasSize(2 * Findings.MOST_OF_A_KIND + 1);
    }

    /** Each of them asks for labels that are not there. */
    @Test
    void aLargeCollectionIsLookedAtToItsEnd() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putGroup(store, "", false, json("{\"bioformats2raw.layout\": 3}"));
        for (int i = 0; i < 5500; i++) {
            Hierarchies.putImage(store, i + "/", false);
        }

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(checked.looked().images()).isEqualTo(5500);
        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.RECOMMENDED);
    }

    @Test
    void aDocumentOfTooManyTokensIsNoMetadata() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putGroup(store, "", false, json("{}"));
        store.put(".zattrs", ("{\"multiscales\": [" + "0,".repeat(3_000_000) + "0]}").getBytes(StandardCharsets.UTF_8));

        assertThat(Hierarchies.errors(Hierarchies.checked(store))).contains(Rule.BROKEN_JSON);
    }

    @Test
    void manyMultiscalesAndLevelsAreBounded() {
        MemoryZarrStore store = new MemoryZarrStore();
        String level = "{\"path\": \"0\", \"coordinateTransformations\": [{\"type\": \"scale\", \"scale\": [1, 1]}]}";
        String one =
                "{\"axes\": [{\"name\": \"y\", \"type\": \"space\"}, {\"name\": \"x\", \"type\": \"space\"}], \"datasets\": ["
                        + (level + ",").repeat(200) + level + "]}";
        Hierarchies.putImage(store, "", false);
        Hierarchies.putGroup(store, "", false, json("{\"multiscales\": [" + (one + ",").repeat(200) + one + "]}"));

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(checked.looked().arrays()).isEqualTo(64 * 64);
        assertThat(checked.numbers()).containsEntry(Rule.LEFT_OUT, 65L).containsEntry(Rule.NOT_UNIQUE, 63L);
    }

    private void putImage(Path at) {
        MemoryZarrStore memory = new MemoryZarrStore();
        Hierarchies.putImage(memory, "", true);
        FolderZarrStore store = new FolderZarrStore(at);
        memory.objects.forEach(store::put);
    }

    @Test
    void linksOutOfTheFolderAreRefused() throws IOException {
        Path image = folder.resolve("a.zarr");
        putImage(image);
        Path outside = Files.createDirectories(folder.resolve("outside/c"));
        Files.write(outside.resolve("secret"), new byte[24]);
        Files.move(image.resolve("0/zarr.json"), outside.resolve("zarr.json"));
        Files.createSymbolicLink(image.resolve("0/zarr.json"), outside.resolve("zarr.json"));
        assertThat(Hierarchies.rules(Hierarchies.checked(new FolderZarrStore(image))))
                .containsExactly(Rule.UNREADABLE_OBJECT, Rule.ABSENT_ARRAY);

        Files.delete(image.resolve("0/zarr.json"));
        Files.move(outside.resolve("zarr.json"), image.resolve("0/zarr.json"));
        Files.createSymbolicLink(image.resolve("0/c"), outside);
        Validation.Checked chunks = Hierarchies.checked(new FolderZarrStore(image), ValidationOptions.everything());
        assertThat(Hierarchies.rules(chunks)).containsExactly(Rule.UNREADABLE_OBJECT);
        assertThat(chunks.findings().get(0).problem()).contains("leads out of the folder");
    }

    @Test
    void aPipeIsNoObjectAndIsNotWaitedFor() throws Exception {
        Path image = folder.resolve("a.zarr");
        putImage(image);
        Files.delete(image.resolve("0/zarr.json"));
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: mkfifo is not installed");
        assertThat(new ProcessBuilder(
                                "/usr/bin/mkfifo", image.resolve("0/zarr.json").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(Hierarchies.rules(Hierarchies.checked(new FolderZarrStore(image))))
                .containsExactly(Rule.UNREADABLE_OBJECT, Rule.ABSENT_ARRAY);
    }

    @Test
    void linksInACircleEnd() throws IOException {
        Path image = folder.resolve("a.zarr");
        putImage(image);
        Files.createSymbolicLink(image.resolve("0/c"), Path.of(".."));
        Files.createSymbolicLink(image.resolve("labels"), Path.of("labels"));

        Validation.Checked checked = Hierarchies.checked(new FolderZarrStore(image), ValidationOptions.everything());

        assertThat(Hierarchies.rules(checked)).containsOnly(Rule.UNREADABLE_OBJECT, Rule.STRAY_OBJECT);
    }

    @Test
    void labelsThatLinkToTheirOwnImageAreLookedAtOnce() throws IOException {
        Path image = folder.resolve("a.zarr");
        putImage(image);
        MemoryZarrStore memory = new MemoryZarrStore();
        Hierarchies.putGroup(
                memory, "labels/", true, json("{\"ome\": {\"version\": \"0.5\", \"labels\": [\"self\"]}}"));
        memory.objects.forEach(new FolderZarrStore(image)::put);
        Files.createSymbolicLink(image.resolve("labels/self"), Path.of("../"));

        Validation.Checked checked = Hierarchies.checked(new FolderZarrStore(image));

        assertThat(checked.looked().images()).isEqualTo(2);
        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.RECOMMENDED);
    }

    /** Answers for the root, and fails for all else. */
    private record Failing(ZarrStore store, String fails) implements ZarrStore {
        @Override
        public void put(String key, byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> find(String key) {
            if (key.matches(fails)) {
                throw new ZarrStoreFailure(key + " did not answer");
            }
            return store.find(key);
        }

        @Override
        public byte[] range(String key, long offset, int length) {
            return store.range(key, offset, length);
        }

        @Override
        public Optional<byte[]> suffix(String key, int length) {
            return find(key).map(bytes -> bytes.length <= length ? bytes : new byte[length]);
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsNotAnInvalidImage() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putImage(store, "", true);

        assertThat(ZarrValidator.validate(new Failing(store, ".*"), ValidationOptions.metadata()))
                .isEqualTo(new Validation.Unread("zarr.json did not answer"));
        assertThat(Hierarchies.rules(Hierarchies.checked(new Failing(store, "0/.*"))))
                .containsExactly(Rule.UNREADABLE_OBJECT, Rule.ABSENT_ARRAY);
    }

    @Test
    void aStoreThatFailsAgainAndAgainEndsTheWalk() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putGroup(store, "", false, json(plate(1000)));
        Hierarchies.putGroup(store, "A/", false, json("{}"));

        Validation.Checked checked = Hierarchies.checked(new Failing(store, "A/[0-9]+/.*"));

        assertThat(checked.numbers()).containsEntry(Rule.UNREADABLE_OBJECT, 20L).containsEntry(Rule.LEFT_OUT, 1L);
    }

    @Test
    void whereThereIsNoZarrNothingIsJudged() {
        assertThat(ZarrValidator.validate(new FolderZarrStore(folder.resolve("no")), ValidationOptions.metadata()))
                .isInstanceOfSatisfying(
                        Validation.Unread.class,
                        unread -> assertThat(unread.reason()).contains("There is no Zarr"));

        MemoryZarrStore array = new MemoryZarrStore();
        array.put(".zarray", Hierarchies.bytes(Hierarchies.array(false)));
        assertThat(Hierarchies.rules(Hierarchies.checked(array))).containsExactly(Rule.NO_OME_METADATA);
        MemoryZarrStore array3 = new MemoryZarrStore();
        array3.put("zarr.json", Hierarchies.bytes(Hierarchies.array(true)));
        assertThat(Hierarchies.rules(Hierarchies.checked(array3))).contains(Rule.NO_OME_METADATA);
    }
}
