package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;

/** The image that stands for its data set: its OAI identifier, where its pixels stream from, and a small picture. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeadImage(String identifier, URI zarr, URI thumbnail) {}
