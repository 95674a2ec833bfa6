-- What in received files could reveal a person, what a curator decided about it, and what is kept in their place.
alter table received_file add column inspected_at timestamptz;    -- when its findings were gathered; null before
alter table received_file add column received_sha256 text;        -- as it arrived, where something else is kept or nothing
alter table received_file drop constraint received_file_state_check;
alter table received_file add constraint received_file_state_check check (state in ('uploading', 'stored', 'not-kept'));
update received_file r set inspected_at = now() where exists (select 1 from version_file v where v.file_id = r.file_id);

-- Never holds what is revealing, only where it stands.
create table finding (
    id        text primary key,
    file_id   text not null references received_file on delete cascade,
    kind      text not null,                  -- org.vitrail.pixels.identity.IdentityFinding.Kind
    place     text not null,                  -- inside the file, in the format's own terms
    reason    text not null,                  -- why it matters
    treatment text not null check (treatment in ('REMOVED', 'CURATOR')),
    unique (file_id, kind, place, treatment)
);

-- The newest row of a deposit counts, as long as files and findings are those that it was made on.
create table finding_decision (
    id              bigint generated always as identity primary key,
    deposit_id      text        not null references deposit,
    decision        text        not null check (decision in ('remove-and-publish', 'return')),
    reason          text        not null,
    acknowledged    text[]      not null,     -- ids of findings that no program can judge
    covers          text        not null,     -- digest over the files and findings decided on
    decided_by      text        not null,     -- OIDC subject
    decided_by_name text        not null,     -- for people
    decided_at      timestamptz not null
);
create index finding_decision_deposit on finding_decision (deposit_id, id desc);
