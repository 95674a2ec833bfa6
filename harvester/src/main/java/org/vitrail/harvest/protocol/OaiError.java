package org.vitrail.harvest.protocol;

/** An error that a repository answered with (OAI-PMH 2.0 §3.6). */
public record OaiError(String code, String message) {}
