#!/bin/sh
# A whole copy under the date of today, in the folder it is started in; copies of more than 28 days go.
set -eu
name=$(date +%F).dump
pg_dump --format=custom --file="$name.part" doorwijzer
mv "$name.part" "$name"
find . -name '*.dump*' -mtime +27 -delete
