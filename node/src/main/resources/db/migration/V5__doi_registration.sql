-- Whether DataCite has said that the DOI of a version resolves; dataset.doi_registered says it of the DOI of all versions.
alter table version add column doi_registered boolean not null default false;

-- Further facts of what is waiting to be told: which version (null: all of them), since when and why not, when next.
alter table doi_outbox add column version int;
alter table doi_outbox add column next_attempt_at timestamptz not null default now();
alter table doi_outbox add column failure text
    check (failure in ('unavailable', 'throttled', 'not-allowed', 'refused'));
alter table doi_outbox drop constraint doi_outbox_event_check;
alter table doi_outbox add constraint doi_outbox_event_check check (event in ('reserve', 'publish', 'update', 'hide'));
create index doi_outbox_waiting on doi_outbox (doi, id) where done_at is null;
