package org.vitrail.ontology.fetch;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A body that is not wanted: nothing of it is read. */
final class RefusedBody implements BodySubscriber<Void> {
    private final CompletableFuture<Void> done;

    RefusedBody(String why) {
        done = CompletableFuture.failedFuture(new FetchFailed(why));
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {}

    @Override
    public void onError(Throwable failed) {}

    @Override
    public void onComplete() {}
}
