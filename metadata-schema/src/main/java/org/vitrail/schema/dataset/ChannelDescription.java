package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One channel of an image.
 *
 * @param color RRGGBB in hexadecimal, without #; null lets the converter choose
 * @param target what the channel shows, as "DNA" or a protein; null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelDescription(String name, String color, String target) {}
