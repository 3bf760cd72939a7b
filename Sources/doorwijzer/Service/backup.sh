#!/bin/sh
# A whole copy under the date of today, in the folder it is started in; copies of more than 28 days go. Beside it the list of
# whom was erased of late, by hashes: it is what erase-again.sh needs when a copy is put back.
set -eu
# The list first: it is there also when the copy fails.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=doorwijzer \
    --command="\\copy (select file_sha256, erased_at from erased_files) to 'erased.csv.part' csv"
mv erased.csv.part erased.csv
name=$(date +%F).dump
pg_dump --format=custom --file="$name.part" doorwijzer
mv "$name.part" "$name"
find . -name '*.dump*' -mtime +27 -delete
