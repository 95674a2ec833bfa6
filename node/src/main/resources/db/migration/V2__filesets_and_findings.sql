-- A fileset holds one image or many: a multi-series OME-TIFF, a plate. Their ids are reserved before the first is converted, so
-- that a conversion that was killed goes on under the same ones.
create table fileset_image (
    fileset_id text    not null references fileset on delete cascade,
    number     int     not null,              -- within the fileset, from 0
    image_id   text    not null,              -- reserved; that of an equal image of the data set once it is known to be one
    converted  boolean not null,
    name       text,                          -- what tells it from its siblings; null where it has none
    well       jsonb,                         -- org.vitrail.pixels.WellPosition; null off plates
    primary key (fileset_id, number)
);
create index fileset_image_image on fileset_image (image_id);
insert into fileset_image (fileset_id, number, image_id, converted)
    select id, 0, image_id, state = 'converted' from fileset where image_id is not null;
alter table fileset drop column image_id;
alter table version_image add column well jsonb;
