-- The part that an image plays in machine learning: train, validation or test; null for none.
alter table version_image add column split text;
