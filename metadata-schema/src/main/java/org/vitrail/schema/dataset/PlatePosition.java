package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where on a multi-well plate an image was taken. OME-NGFF §plate, §well.
 *
 * @param plate name of the plate; null where it has none
 * @param well letters of the row and number of the column, as {@code B3}
 * @param field number inside the well, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlatePosition(String plate, String well, int field) {}
