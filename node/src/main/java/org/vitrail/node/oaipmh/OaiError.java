package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.Error;

/** An answer of OAI-PMH §3.6: an error of the protocol, sent with HTTP status 200. */
final class OaiError extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Error.Code code;

    OaiError(Error.Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static OaiError badArgument(String message) {
        return new OaiError(Error.Code.BAD_ARGUMENT, message);
    }

    static OaiError badVerb(String message) {
        return new OaiError(Error.Code.BAD_VERB, message);
    }

    static OaiError badResumptionToken(String message) {
        return new OaiError(Error.Code.BAD_RESUMPTION_TOKEN, message);
    }

    static OaiError noRecordsMatch() {
        return new OaiError(Error.Code.NO_RECORDS_MATCH, "No record matches these arguments.");
    }

    static OaiError idDoesNotExist(String identifier) {
        return new OaiError(
                Error.Code.ID_DOES_NOT_EXIST, "This repository has no item \"" + XmlText.clean(identifier) + "\".");
    }

    static OaiError cannotDisseminateFormat(String message) {
        return new OaiError(Error.Code.CANNOT_DISSEMINATE_FORMAT, message);
    }

    Error.Code code() {
        return code;
    }

    /** Whether the {@code request} element keeps its attributes: all errors but badVerb and badArgument, §3.2. */
    boolean keepsRequest() {
        return code != Error.Code.BAD_VERB && code != Error.Code.BAD_ARGUMENT;
    }
}
