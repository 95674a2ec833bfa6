-- Whether a DOI was noted before is asked of settled rows too, which are kept for ever.
create index doi_outbox_doi on doi_outbox (doi);
