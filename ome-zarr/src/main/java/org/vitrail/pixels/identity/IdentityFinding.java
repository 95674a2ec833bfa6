package org.vitrail.pixels.identity;

import java.util.Objects;

/**
 * Something in a file that could reveal a person. Never holds the revealing value itself, so that it may be logged and shown.
 *
 * @param kind what it is
 * @param file name of the file, without folders
 * @param where place inside the file in the format's own terms, e.g. {@code (0010,0010) PatientName} or {@code page 3, label image}
 * @param reason why it matters, in a curator's words
 * @param treatment what becomes of it
 */
public record IdentityFinding(Kind kind, String file, String where, String reason, Treatment treatment) {

    /** Refuses null. */
    public IdentityFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(treatment, "treatment");
    }

    /** Kinds of revealing content. */
    public enum Kind {
        /** Name of a patient, operator or other person. */
        PERSON_NAME,
        /** Number that identifies a person, specimen or examination elsewhere. */
        IDENTIFIER,
        /** Date or time of birth, examination or acquisition. */
        DATE,
        /** Unique identifier that leads back to a hospital's archive. */
        UID,
        /** Element whose meaning only its maker knows. */
        PRIVATE_TAG,
        /** Free text in which anything may stand. */
        FREE_TEXT,
        /** Address for electronic mail. */
        EMAIL,
        /** File or folder name that reads like a person or a case number. */
        FILE_NAME,
        /** Coordinates or address of a place. */
        LOCATION,
        /** Text that may be drawn into the pixels. */
        BURNT_IN,
        /** Picture of a slide's label. */
        LABEL_IMAGE,
        /** Overview picture of a slide, on which the label may be readable. */
        OVERVIEW_IMAGE,
        /** Head volume from which a face can be rendered. */
        FACE
    }

    /** What becomes of a finding. */
    public enum Treatment {
        /** Never enters the OME-Zarr, and is removed from the copy of the file that is kept. */
        REMOVED,
        /** No program can decide or remove it: a curator has to look. */
        CURATOR
    }
}
