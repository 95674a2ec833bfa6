{{/* The Deployment of one role: (dict "root" $ "role" "web" "part" .Values.web). Both roles run the same image. */}}
{{- define "vitrail.deployment" -}}
{{- $root := .root }}
{{- $values := .root.Values }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "vitrail.fullname" $root }}-{{ .role }}
  labels:
    {{- include "vitrail.labels" $root | nindent 4 }}
    app.kubernetes.io/component: {{ .role }}
spec:
  {{- if eq .role "sparql" }}
  replicas: 1
  strategy: {type: Recreate}   {{- /* two pods cannot have one graph */}}
  {{- else if not .part.autoscaling.enabled }}
  replicas: {{ .part.replicas }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "vitrail.selector" $root | nindent 6 }}
      app.kubernetes.io/component: {{ .role }}
  template:
    metadata:
      labels:
        {{- include "vitrail.labels" $root | nindent 8 }}
        app.kubernetes.io/component: {{ .role }}
      annotations:
        checksum/config: {{ include (print $root.Template.BasePath "/configmap.yaml") $root | sha256sum }}
        {{- with $values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "vitrail.fullname" $root }}
      automountServiceAccountToken: false
      {{- with $values.imagePullSecrets }}
      imagePullSecrets: {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "vitrail.podSecurity" $root | nindent 8 }}
      {{- if eq .role "worker" }}
      terminationGracePeriodSeconds: {{ $values.worker.stopSeconds }}
      {{- end }}
      containers:
        - name: node
          image: "{{ $values.image.repository }}:{{ $values.image.tag | default $root.Chart.AppVersion }}"
          imagePullPolicy: {{ $values.image.pullPolicy }}
          securityContext:
            {{- include "vitrail.containerSecurity" $root | nindent 12 }}
          ports:
            - {name: http, containerPort: 8080}
          env:
            - {name: QUARKUS_CONFIG_LOCATIONS, value: /etc/vitrail/application.properties}
            - {name: VITRAIL_NODE_ROLES, value: {{ .role }}}
            {{- with $values.database.existingSecret }}
            {{- include "vitrail.secretVariable" (list "QUARKUS_DATASOURCE_USERNAME" (required "database.existingSecret.name: name the secret that holds username and password of PostgreSQL" .name) .usernameKey) | nindent 12 }}
            {{- include "vitrail.secretVariable" (list "QUARKUS_DATASOURCE_PASSWORD" (required "database.existingSecret.name: name the secret that holds username and password of PostgreSQL" .name) .passwordKey) | nindent 12 }}
            {{- end }}
            {{- with $values.storage.existingSecret }}
            {{- include "vitrail.secretVariable" (list "VITRAIL_STORAGE_ACCESS_KEY" (required "storage.existingSecret.name: name the secret that holds access and secret key of the S3 store" .name) .accessKeyKey) | nindent 12 }}
            {{- include "vitrail.secretVariable" (list "VITRAIL_STORAGE_SECRET_KEY" (required "storage.existingSecret.name: name the secret that holds access and secret key of the S3 store" .name) .secretKeyKey) | nindent 12 }}
            {{- end }}
            {{- with $values.oidc.existingSecret }}
            {{- include "vitrail.secretVariable" (list "QUARKUS_OIDC_CREDENTIALS_SECRET" (required "oidc.existingSecret.name: name the secret that holds client secret of the node in Keycloak" .name) .secretKey) | nindent 12 }}
            {{- end }}
            {{- if eq $values.node.mode "production" }}
            {{- with $values.doi.existingSecret }}
            {{- include "vitrail.secretVariable" (list "VITRAIL_DOI_REPOSITORY_ID" (required "doi.existingSecret.name: name the secret that holds repository id and password of the DataCite account" .name) .repositoryIdKey) | nindent 12 }}
            {{- include "vitrail.secretVariable" (list "VITRAIL_DOI_PASSWORD" (required "doi.existingSecret.name: name the secret that holds repository id and password of the DataCite account" .name) .passwordKey) | nindent 12 }}
            {{- end }}
            {{- end }}
          {{- include "vitrail.probes" $root | nindent 10 }}
          resources: {{- toYaml .part.resources | nindent 12 }}
          volumeMounts:
            - {name: config, mountPath: /etc/vitrail, readOnly: true}
            - {name: tmp, mountPath: /tmp}
            {{- if eq .role "worker" }}
            - {name: scratch, mountPath: /scratch}
            {{- else if eq .role "sparql" }}
            - {name: graph, mountPath: /graph}
            {{- end }}
      volumes:
        - name: config
          configMap: {name: {{ include "vitrail.fullname" $root }}}
        - name: tmp
          emptyDir: {sizeLimit: 1Gi}
        {{- if eq .role "worker" }}
        - name: scratch
          emptyDir: {sizeLimit: {{ $values.worker.scratch }}}
        {{- else if eq .role "sparql" }}
        - name: graph
          persistentVolumeClaim: {claimName: {{ include "vitrail.fullname" $root }}-graph}
        {{- end }}
      {{- include "vitrail.placement" $root | nindent 6 }}
{{- end }}
