-- The gateway's memory: which nodes there are, what each harvest did, and every record as it came.
-- The search index is a projection of harvested_record and can be thrown away at any time.

create table node (
    name        text primary key,
    title       text        not null,
    base_url    text        not null,
    oai         text        not null,
    oai_images  text        not null,
    configured  boolean     not null,              -- false: taken out of the configuration, no longer harvested
    changed     timestamptz not null               -- when an address last changed
);

-- The domain of oai:{domain}:… belongs to the node that used it first; another node's records with it are refused.
create table identifier_domain (
    domain      text primary key,
    node        text        not null references node (name),
    bound       timestamptz not null
);

create table harvest_run (
    id          bigint generated always as identity primary key,
    node        text        not null references node (name),
    trigger     text        not null,              -- schedule, ping
    started     timestamptz not null,
    finished    timestamptz,
    outcome     text        not null,              -- running, complete, incomplete, abandoned
    report      jsonb
);
create index harvest_run_by_node on harvest_run (node, id desc);

-- Where the next harvest of a repository begins.
create table checkpoint (
    node          text not null references node (name),
    repository    text not null,                   -- datasets, images
    complete      timestamptz,                     -- start of the last complete harvest by the repository's clock; null: never
    token         text,                            -- of a harvest that stopped: go on here
    token_start   timestamptz,                     -- start of that harvest by the repository's clock
    token_from    timestamptz,                     -- its from; null: everything
    sweep_start   timestamptz,                     -- our clock at the start of a harvest of everything that is not yet complete
    primary key (node, repository)
);

create table harvested_record (
    identifier  text primary key,                  -- OAI identifier: also the identifier of the document in the index
    node        text        not null references node (name),
    repository  text        not null,
    datestamp   timestamptz not null,
    deleted     boolean     not null,
    payload     bytea,                             -- metadata as they came, gzip; null when deleted
    version     bigint      not null,              -- grows with every change; external version of the document
    seen        timestamptz not null,              -- last time a repository listed it
    indexed     boolean     not null,              -- false: the index does not show this version yet
    failure     text                               -- why it cannot be shown; null when it can
);
create index harvested_record_waiting on harvested_record (node, identifier) where not indexed;
create index harvested_record_by_node on harvested_record (node, repository, deleted);
