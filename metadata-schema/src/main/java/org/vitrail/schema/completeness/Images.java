package org.vitrail.schema.completeness;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrail.schema.dataset.ChannelDescription;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.PixelSize;

/**
 * What is said of the images. Sizes and axes are not asked for, the files say them; a pixel size only where a file was read that
 * says none.
 */
final class Images {
    private Images() {}

    static Share names(DatasetDescription d) {
        return ofImages(d, image -> filled(image.name()), ".name");
    }

    static Share channelTargets(DatasetDescription d) {
        Predicate<ChannelDescription> told = channel -> filled(channel.target());
        return ofImages(
                d,
                image ->
                        !image.channels().isEmpty() && image.channels().stream().allMatch(told),
                ".channels");
    }

    /** @param unscaled images whose files say no pixel size; where that is not known yet, nothing is missing */
    static Share pixelSizes(DatasetDescription d, Set<ImagePlace> unscaled) {
        if (unscaled.isEmpty()) {
            return new Share(0, 0, "");
        }
        Share all = new Share(0, 0, "");
        for (int s = 0; s < d.imageSets().size(); s++) {
            List<ImageDescription> images = d.imageSets().get(s).images();
            for (int i = 0; i < images.size(); i++) {
                boolean missing = unscaled.contains(new ImagePlace(s, i))
                        && !isScaled(images.get(i).pixelSizeMicrometer());
                String path = "imageSets[" + s + "].images[" + i + "].pixelSizeMicrometer";
                all = all.plus(new Share(missing ? 0 : 1, 1, missing ? path : ""));
            }
        }
        return all;
    }

    private static boolean isScaled(PixelSize size) {
        return size != null && size.x() != null && size.y() != null;
    }

    /** One image with labels is enough: nobody outlines everything. */
    static Share labels(DatasetDescription d) {
        boolean some = d.imageSets().stream()
                .flatMap(set -> set.images().stream())
                .anyMatch(image -> !image.labels().isEmpty());
        return Share.given(firstImage(d), some);
    }

    private static String firstImage(DatasetDescription d) {
        for (int s = 0; s < d.imageSets().size(); s++) {
            if (!d.imageSets().get(s).images().isEmpty()) {
                return "imageSets[" + s + "].images[0].labels";
            }
        }
        return "imageSets";
    }

    private static Share ofImages(DatasetDescription d, Predicate<ImageDescription> has, String field) {
        Share all = new Share(0, 0, "");
        for (int s = 0; s < d.imageSets().size(); s++) {
            String set = "imageSets[" + s + "].images[";
            all = all.plus(Share.among(d.imageSets().get(s).images(), has, i -> set + i + "]" + field));
        }
        return all.of() == 0 ? Share.given("imageSets", false) : all;
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
