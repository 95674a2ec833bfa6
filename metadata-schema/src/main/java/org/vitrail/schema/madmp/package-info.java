/**
 * Data management plans as programs exchange them: what a plan foresaw begins a description, and what was published goes back.
 *
 * <p>RDA DMP Common Standard for machine-actionable Data Management Plans, 1.0 to 1.2: objects {@code dmp} and {@code dataset}.
 */
package org.vitrail.schema.madmp;
