package org.vitrail.ontology.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Writes a body to a file as it comes, and gives up on one that grows beyond its limit. Gives its length. */
final class FileBody implements BodySubscriber<Long> {
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final FileChannel file;
    private final long limitBytes;
    private Subscription subscription;
    private long written;

    FileBody(Path path, long limitBytes) {
        try {
            this.file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.limitBytes = limitBytes;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                written += buffer.remaining();
                if (written > limitBytes) {
                    throw new FetchFailed("the answer is longer than " + (limitBytes >> 20) + " MiB");
                }
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
        } catch (IOException | FetchFailed failed) {
            subscription.cancel();
            onError(failed);
        }
    }

    @Override
    public void onError(Throwable failed) {
        close();
        done.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        close();
        done.complete(written);
    }

    private void close() {
        try {
            file.close();
        } catch (IOException e) {
            done.completeExceptionally(e);
        }
    }
}
