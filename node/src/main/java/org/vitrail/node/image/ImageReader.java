package org.vitrail.node.image;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.image.ImageAccess.Readers;
import org.vitrail.node.problem.ProblemResponses;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.store.ObjectStat;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.ObjectStoreException;

/** Answers one request for an object: permission, then existence, then conditions and ranges. */
@RequestScoped
class ImageReader {
    private static final Logger LOG = Logger.getLogger(ImageReader.class);
    private static final String PUBLIC = "public, max-age=86400";
    private static final String PRIVATE = "private, no-store";

    private final ImageAccess access;
    private final CurrentUser user;
    private final ObjectStore store;
    private final PublicAddress address;
    private final ProblemResponses problems;

    ImageReader(
            ImageAccess access, CurrentUser user, ObjectStore store, PublicAddress address, ProblemResponses problems) {
        this.access = access;
        this.user = user;
        this.store = store;
        this.address = address;
        this.problems = problems;
    }

    /** @param withContent false for HEAD */
    Response answer(Optional<ImageObject> wanted, Conditions conditions, boolean withContent) {
        return PixelHeaders.open(find(wanted, conditions, withContent)).build();
    }

    private Response.ResponseBuilder find(Optional<ImageObject> wanted, Conditions conditions, boolean withContent) {
        Optional<Readers> readers = wanted.flatMap(object -> access.find(object.accession(), object.imageId()));
        if (readers.isEmpty() || !readers.get().isPublic() && !permitted(readers.get())) {
            return notFound();
        }
        ImageObject object = wanted.orElseThrow();
        String caching = readers.get().isPublic() ? PUBLIC : PRIVATE;
        try {
            Optional<ObjectStat> stat = store.findStat(object.storeKey());
            if (stat.isEmpty()) {
                return notFound();
            }
            Response.ResponseBuilder answer =
                    new ObjectAnswer(store, object, stat.get(), caching).to(conditions, withContent);
            return readers.get().isPublic() && object.isRoot() ? answer.header("Link", dataset(object)) : answer;
        } catch (ObjectStoreException e) {
            LOG.warnf("Object store: %s", e.getMessage());
            return problems.of(ProblemType.STORE_UNAVAILABLE, "The pixels cannot be read now.", Map.of())
                    .header(HttpHeaders.RETRY_AFTER, "10");
        }
    }

    /** The way from an image to the data set it is an item of. https://signposting.org/FAIR level 1. */
    private String dataset(ImageObject object) {
        return "<" + address.of("/datasets/" + object.accession()).toASCIIString()
                + ">; rel=\"collection\"; type=\"text/html\"";
    }

    private boolean permitted(Readers readers) {
        try {
            return user.owns(readers.ownerSubject()) || user.isCurator();
        } catch (AuthenticationFailedException
                | AuthenticationCompletionException
                | AuthenticationRedirectException e) {
            return false;
        }
    }

    private Response.ResponseBuilder notFound() {
        return problems.of(ProblemType.NOT_FOUND, "There is no such object here that you may see.", Map.of());
    }
}
