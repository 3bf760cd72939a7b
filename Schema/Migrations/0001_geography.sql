-- Where things are: regions as a tree, municipalities and the dots that draw the country.
-- Locations are integer metres on a sphere of 6,371,000 m, computed once when written (DOMAIN 6).

create extension if not exists btree_gist;

create table regions (
    code text primary key,
    level text not null check (level in ('azw', 'gp', 'sub')),
    parent_code text references regions (code),
    name text not null check (name <> ''),
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    provinces text not null,
    latitude double precision not null,
    longitude double precision not null,
    check ((level = 'azw') = (parent_code is null))
);
comment on table regions is 'Geography: AZW labour-market regions at the root, GP regions and sub-regions below them.';
create index regions_parent_code on regions (parent_code);

create table region_neighbours (
    region_code text not null references regions (code),
    neighbour_code text not null references regions (code),
    primary key (region_code, neighbour_code),
    check (region_code <> neighbour_code)
);
comment on table region_neighbours is 'Which regions share a border, both ways.';
create index region_neighbours_neighbour_code on region_neighbours (neighbour_code);

create table municipalities (
    code text primary key check (code ~ '^GM[0-9]{4}$'),
    name text not null,
    province text not null,
    corop text not null,
    region_code text not null references regions (code),
    latitude double precision not null,
    longitude double precision not null,
    x integer not null,
    y integer not null,
    z integer not null
);
comment on table municipalities is 'Municipalities of 2025 with the coordinates of their largest place.';
create index municipalities_region_code on municipalities (region_code);

create table map_places (
    geonames_id bigint primary key,
    name text not null,
    municipality_code text not null references municipalities (code),
    region_code text not null references regions (code),
    latitude double precision not null,
    longitude double precision not null,
    x integer not null,
    y integer not null,
    z integer not null,
    inhabitants integer not null check (inhabitants >= 0)
);
comment on table map_places is 'Places of 1,000 inhabitants or more; drawn as dots they show the country. Source: GeoNames (CC BY 4.0).';
create index map_places_municipality_code on map_places (municipality_code);
create index map_places_region_code on map_places (region_code);
