package org.vitrail.store;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.vitrail.pixels.FailureWords;

/** Turns the SDK's exceptions into ours. S3 API, Error responses. */
final class S3Errors {

    private static final Set<String> ABSENT =
            Set.of("NoSuchKey", "NoSuchUpload", "NoSuchBucket", "NotFound", "NoSuchObject");

    private S3Errors() {}

    /** A call of the SDK. */
    interface Call<T> {
        T run() throws MinioException, ExecutionException, InterruptedException;
    }

    /** Runs a call; {@code what} says what was tried, with bucket and key. */
    static <T> T translated(String what, Call<T> call) {
        try {
            return call.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(what + ": was interrupted", stopped);
        } catch (ExecutionException wrapped) {
            throw of(what, wrapped.getCause());
        } catch (MinioException failed) {
            throw of(what, failed);
        } catch (IllegalStateException wrapped) {
            // the SDK wraps a broken connection so
            throw wrapped.getCause() == null ? wrapped : of(what, wrapped.getCause());
        }
    }

    static ObjectStoreException of(String what, Throwable cause) {
        if (cause instanceof ErrorResponseException answer) {
            int status = answer.response().code();
            String code = answer.errorResponse().code();
            if (ABSENT.contains(code) || status == 404) {
                return new ObjectNotFound(what + ": there is no such object", cause);
            }
            if (status < 500 && !"RequestTimeout".equals(code) && !"SlowDown".equals(code)) {
                return new StoreRefused(what + ": the store refused with " + code + " (" + status + ")", code, cause);
            }
            return new StoreUnavailable(what + ": the store answered " + code + " (" + status + ")", cause);
        }
        if (cause instanceof ServerException server && server.statusCode() < 500) {
            return new StoreRefused(what + ": status " + server.statusCode(), "Status" + server.statusCode(), cause);
        }
        return new StoreUnavailable(what + ": the store did not answer (" + FailureWords.of(cause) + ")", cause);
    }
}
