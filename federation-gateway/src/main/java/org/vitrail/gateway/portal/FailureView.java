package org.vitrail.gateway.portal;

/** What a page says when there is none. @param remedy what to do next, or null */
record FailureView(int status, String title, String message, String remedy) {}
