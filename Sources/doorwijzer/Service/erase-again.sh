#!/bin/sh
# After a copy was put back: erases again whom was erased since it was made, by the newest list beside the copies. Run it in the
# folder of the copies, as postgres, before the service starts.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=doorwijzer <<'SQL'
begin;
create temporary table listed (file_sha256 bytea, erased_at timestamptz) on commit drop;
\copy listed from 'erased.csv' csv
insert into erased_files (file_sha256, erased_at) select file_sha256, erased_at from listed on conflict do nothing;
select erase_again(clock_timestamp()) as erased_again;
commit;
SQL
