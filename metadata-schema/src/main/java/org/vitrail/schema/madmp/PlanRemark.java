package org.vitrail.schema.madmp;

import java.util.Locale;

/** Why something of a plan was not taken, or is to be looked at. */
public enum PlanRemark {
    /** It has another form than the standard says. */
    OTHER_FORM,
    /** No license of ours has this address. */
    LICENSE_UNKNOWN,
    /** Plans write names in any order. */
    NAME_ORDER,
    /** Not among those who made the data. */
    NO_CREATOR,
    /** An identifier of a kind that descriptions have no field for. */
    IDENTIFIER_OF_OTHER_KIND,
    PERSONAL_DATA,
    SENSITIVE_DATA,
    /** The files, or publication itself, will tell it. */
    TOLD_OTHERWISE,
    /** Descriptions have no field for it. */
    NO_FIELD;

    /** The word in JSON; it never changes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
