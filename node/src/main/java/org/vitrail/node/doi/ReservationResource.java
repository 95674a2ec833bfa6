package org.vitrail.node.doi;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.node.access.Roles;
import org.vitrail.node.doi.Reservations.Reservation;

/** The identifiers of a draft, for a manuscript. Contracts §1. */
@Path("/api/v1/deposits/{id}/doi")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "deposits")
public class ReservationResource {
    private final Reservations reservations;

    ReservationResource(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Asked again, it answers the same. They lead nowhere before the data set is published. */
    @POST
    @RolesAllowed(Roles.DEPOSITOR)
    @Operation(summary = "Reserve the DOIs of a draft")
    public Reservation reserve(String id) {
        return reservations.reserve(id);
    }
}
