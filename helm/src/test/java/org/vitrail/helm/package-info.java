/**
 * Lints and renders the charts of node and gateway with Helm itself, and judges the manifests that come out. Nothing is
 * installed anywhere. Helm 3 chart format (apiVersion v2), Kubernetes Pod Security Standards, profile "restricted".
 */
package org.vitrail.helm;
