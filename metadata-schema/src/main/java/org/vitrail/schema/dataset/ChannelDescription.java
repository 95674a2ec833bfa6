package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One channel of an image.
 *
 * @param color RRGGBB in hexadecimal, without #; null lets the converter choose
 * @param target what the channel shows, as "DNA" or a protein (REMBI, channel content); null if unknown
 * @param biologicalEntity the same as a term
 * @param excitationNanometer wavelength of the light that excites, 100 to 20 000; null if unknown
 * @param emissionNanometer wavelength of the light that is detected, 100 to 20 000; null if unknown
 * @param fluorophore as "GFP"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelDescription(
        String name,
        String color,
        String target,
        TermReference biologicalEntity,
        Double excitationNanometer,
        Double emissionNanometer,
        String fluorophore) {

    /** A channel of which the optics are not told. */
    public ChannelDescription(String name, String color, String target) {
        this(name, color, target, null, null, null, null);
    }

    /** The same under the name and color that the stored image gives it. */
    public ChannelDescription shownAs(String nameNow, String colorNow) {
        return new ChannelDescription(
                nameNow, colorNow, target, biologicalEntity, excitationNanometer, emissionNanometer, fluorophore);
    }
}
