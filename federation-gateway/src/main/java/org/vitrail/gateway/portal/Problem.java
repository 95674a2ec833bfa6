package org.vitrail.gateway.portal;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Problem details (RFC 9457 §3.1). @param parameter name of the parameter at fault; an extension (§3.2) */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, String parameter) {
    static final String MEDIA_TYPE = "application/problem+json";
}
