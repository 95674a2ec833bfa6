package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where an instrument stands.
 *
 * @param ror of the facility or of the institution it belongs to; bare or as URL
 * @param rrid its Research Resource Identifier, as RRID:SCR_024687
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facility(String name, String ror, String rrid) {}
