-- The database of a node: deposits, versions, jobs, the OAI-PMH change log. Published pixels, files and descriptions are
-- restored from the object store; everything else lives only here. Times are UTC.

-- Frozen at first start: the OAI domain, the key that signs resumption tokens.
create table node_setting (
    name   text primary key,
    value  text        not null,
    set_at timestamptz not null default now()
);

create table dataset (
    accession         text primary key,
    owner_subject     text        not null, -- OIDC subject of the depositor
    state             text        not null check (state in ('draft', 'published', 'withdrawn', 'erased')),
    latest_version    int,                  -- null until something is published
    concept_doi       text unique,          -- opaque; reserved at publication or on request before it
    doi_registered    boolean     not null default false,
    created_at        timestamptz not null,
    withdrawn_at      timestamptz,
    withdrawal_reason text
);

-- One deposit makes one version of a data set.
create table deposit (
    id            text primary key,
    accession     text        not null references dataset,
    version       int         not null check (version >= 1),
    owner_subject text        not null,
    owner_name    text        not null,
    state         text        not null check (state in ('draft', 'submitted', 'accepted', 'publishing', 'published')),
    return_reason text,                     -- why a curator returned it; the state is draft again
    description   jsonb       not null,     -- org.vitrail.schema.dataset.DatasetDescription
    revision      bigint      not null,     -- the ETag
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    submitted_at  timestamptz,
    accepted_at   timestamptz,
    unique (accession, version)
);
create index deposit_owner on deposit (owner_subject, updated_at desc);
create index deposit_state on deposit (state, updated_at);

-- A file as received. Stored once, under {accession}/files/{file_id}/{name}; a later version may use it again.
create table received_file (
    file_id         text primary key,
    accession       text        not null references dataset,
    deposit_id      text        not null references deposit, -- the deposit that uploaded it
    path            text        not null,                    -- as the description names it
    size_bytes      bigint      not null check (size_bytes >= 0),
    declared_sha256 text,
    sha256          text,                                    -- measured when complete
    object_key      text        not null,
    upload_id       text,                                    -- S3 multipart upload, null when complete
    part_size_bytes bigint      not null,
    state           text        not null check (state in ('uploading', 'stored')),
    created_at      timestamptz not null,
    unique (deposit_id, path)
);

-- The files that together are one image of the description, and what became of them.
create table fileset (
    id              text primary key,
    deposit_id      text        not null references deposit,
    image_set_index int         not null,
    image_index     int         not null,
    state           text        not null check (state in ('uploading', 'uploaded', 'converting', 'converted', 'refused')),
    reason          text,                                    -- why it was refused, for the depositor
    input_digest    text,                                    -- of files and settings: unchanged input is not converted again
    image_id        text,
    attempt         bigint      not null default 0,          -- fencing: a late worker's result with an old attempt is dropped
    updated_at      timestamptz not null,
    unique (deposit_id, image_set_index, image_index)
);

-- An OME-Zarr image, written once under {accession}/images/{image_id}.ome.zarr, used by any number of versions.
create table image (
    image_id     text primary key,
    accession    text        not null references dataset,
    digest       text        not null,                       -- vitrail-pixels-1 of level 0
    pixels       jsonb       not null,                       -- org.vitrail.schema.dataset.PixelDescription
    labels       jsonb       not null,                       -- [{labelId, name, digest, dtype}]
    size_bytes   bigint      not null,                       -- of all stored objects
    objects      int         not null,
    merkle_root  text        not null,                       -- over key, size and SHA-256 of each stored object
    created_at   timestamptz not null
);
create index image_accession on image (accession);

create table version (
    accession         text        not null references dataset,
    version           int         not null,
    doi               text unique,
    deposit_id        text        not null unique references deposit,
    description       jsonb       not null,                  -- as published, terms with labels, without the images; corrected by revisions
    metadata_revision int         not null,
    published_at      timestamptz not null,
    modified_at       timestamptz not null,
    primary key (accession, version)
);

create table version_image (
    accession  text not null,
    version    int  not null,
    ordinal    int  not null,
    image_id   text not null references image,
    image_set  int  not null,                                -- index into description.imageSets
    name       text not null,
    primary key (accession, version, ordinal),
    foreign key (accession, version) references version
);
create index version_image_image on version_image (image_id);

create table version_file (
    accession text not null,
    version   int  not null,
    file_id   text not null references received_file,
    path      text not null,
    primary key (accession, version, file_id),
    foreign key (accession, version) references version
);

-- What the OAI-PMH repositories list: one row an item, with its newest change. Rows are written inside the publishing
-- transaction while it holds advisory lock 7001, so that sequence and datestamp rise in commit order.
create sequence oai_sequence;
create table oai_item (
    repository text        not null check (repository in ('datasets', 'images')),
    identifier text        not null,                         -- after "oai:{domain}:": accession or accession/imageId
    accession  text        not null references dataset,
    image_id   text,
    sequence   bigint      not null,
    datestamp  timestamptz not null,                         -- whole seconds
    deleted    boolean     not null,
    sets       text[]      not null,
    primary key (repository, identifier)
);
create unique index oai_item_sequence on oai_item (repository, sequence);
create index oai_item_sets on oai_item using gin (sets);

-- DOIs to register or update, retried until done.
create table doi_outbox (
    id           bigint generated always as identity primary key,
    accession    text        not null references dataset,
    doi          text        not null,
    event        text        not null check (event in ('publish', 'update', 'hide')),
    created_at   timestamptz not null,
    done_at      timestamptz,
    attempts     int         not null default 0,
    last_error   text
);

-- The history of a data set, also written to {accession}/history/{seq}.json.
create table history (
    accession   text        not null references dataset,
    seq         int         not null,
    event       text        not null,                        -- published, revised, withdrawn, …
    detail      jsonb       not null,
    happened_at timestamptz not null,
    primary key (accession, seq)
);

-- Who did what: deposits, decisions, withdrawals.
create table audit (
    id          bigint generated always as identity primary key,
    happened_at timestamptz not null,
    subject     text        not null,
    action      text        not null,
    target      text        not null,
    detail      text
);

-- db-scheduler's table, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    created_at           timestamptz default now(),
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
