package org.vitrail.gateway.portal;

/** A search to try instead. @param href without the site's root */
record Suggestion(String label, String href) {}
