package org.vitrail.omezarr.validation;

/** How much a finding matters. */
public enum Severity {
    /** The specification forbids it (MUST), or it cannot be read: programs may refuse the data. */
    ERROR,
    /** The specification advises against it (SHOULD), it is probably a mistake, or it was not looked at. */
    WARNING
}
