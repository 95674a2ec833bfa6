package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFolderTest {

    @TempDir
    private Path folder;

    @Test
    void writersThatGoOnBringNothingBackOnceItIsDiscarded() throws Exception {
        Path partial = folder.resolve(".a.partial");
        UnfinishedFolder store = new UnfinishedFolder(partial);
        CountDownLatch written = new CountDownLatch(20);
        for (int i = 0; i < 4; i++) {
            int writer = i;
            Thread.ofPlatform().daemon().start(() -> {
                for (int n = 0; true; n++) {
                    store.put(writer + "/c/" + n, new byte[100]);
                    written.countDown();
                }
            });
        }
        written.await();

        store.discard();

        assertThat(partial).doesNotExist();
        Thread.sleep(50);
        assertThat(partial).doesNotExist();
    }
}
