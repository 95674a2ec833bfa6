-- How often in a row a conversion ended with its process, without an image in between: a file that ends the process must not end it for ever.
alter table fileset add column interruptions int not null default 0;
