package org.vitrail.omezarr.validation;

import java.util.List;
import java.util.regex.Pattern;

/** Rules of the {@code omero} block, which tells how channels are shown. OME-NGFF 0.4 and 0.5 §omero. */
final class OmeroRules {

    private static final Pattern COLOR = Pattern.compile("[0-9A-Fa-f]{6}");

    private final Element omero;
    private final boolean zarrV3;

    private OmeroRules(Element omero, boolean zarrV3) {
        this.omero = omero;
        this.zarrV3 = zarrV3;
    }

    /** @param full level of the highest resolution, or null; @param axes of the first multiscale, or null */
    static void check(Element omero, Axes axes, ArrayInfo full, boolean zarrV3) {
        if (omero.isObject()) {
            new OmeroRules(omero, zarrV3).check(axes, full);
        }
    }

    private void check(Axes axes, ArrayInfo full) {
        Element channels = omero.required("channels");
        if (channels.isList(0)) {
            for (Element channel : channels.items()) {
                if (channel.isObject()) {
                    checkChannel(channel);
                }
            }
        }
        if (axes == null || full == null || full.shape() == null || full.shape().length != axes.count()) {
            return;
        }
        long count = length(axes.placeOfType("channel"), full);
        if (channels.node().isArray() && channels.node().size() != count) {
            channels.report(
                    Rule.RENDERING,
                    "there are " + channels.node().size() + " entries for " + count + " channels",
                    "Give one entry for each channel, in their order");
        }
        checkDefault("defaultT", length(axes.placeOfType("time"), full));
        checkDefault("defaultZ", length(axes.names().indexOf("z"), full));
    }

    private static long length(int place, ArrayInfo full) {
        return place < 0 ? 1 : full.shape()[place];
    }

    private void checkDefault(String key, long length) {
        Element first = omero.get("rdefs").get(key);
        if (first.exists()
                && (!first.node().isNumber()
                        || first.node().asLong() < 0
                        || first.node().asLong() >= length)) {
            first.report(
                    Rule.RENDERING,
                    key + " is " + first.shown() + "; it counts from 0 and there are " + length,
                    "Correct the number");
        }
    }

    private void checkChannel(Element channel) {
        channel.get("label").text();
        channel.get("family").text();
        Element active = channel.get("active");
        if (active.exists() && !active.node().isBoolean()) {
            active.report(
                    Rule.WRONG_TYPE, "it is " + active.shown() + "; true or false is needed", "Correct the value");
        }
        Element color = demanded(channel, "color");
        if (color.text().filter(text -> !COLOR.matcher(text).matches()).isPresent()) {
            color.report(
                    Rule.RENDERING,
                    "the color is " + color.shown() + "; six hexadecimal digits are usual",
                    "Write for example \"00FF00\"");
        }
        checkWindow(demanded(channel, "window"));
    }

    /** The schema of 0.4 requires color and window; that of 0.5 does not. */
    private Element demanded(Element channel, String key) {
        if (zarrV3) {
            channel.recommend(key);
            return channel.get(key);
        }
        return channel.required(key);
    }

    private static void checkWindow(Element window) {
        if (!window.isObject()) {
            return;
        }
        boolean sound = true;
        for (String key : List.of("start", "end", "min", "max")) {
            sound &= window.required(key).isNumber();
        }
        if (sound) {
            warnIfReversed(window, "start", "end");
            warnIfReversed(window, "min", "max");
        }
    }

    private static void warnIfReversed(Element window, String low, String high) {
        if (window.get(low).node().doubleValue() > window.get(high).node().doubleValue()) {
            window.report(
                    Rule.RENDERING,
                    low + " is " + window.get(low).shown() + ", above " + high + ", "
                            + window.get(high).shown(),
                    "Exchange them");
        }
    }
}
