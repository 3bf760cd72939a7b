-- An uploaded file holds personal data of people who may never be entered: it is gone after a day, whoever's it was.
-- Each team sees only its own files, so the function does what no team could: remove those of all.

create function purge_imports(moment timestamptz) returns bigint
    language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
    with gone as (delete from imports where expires_at <= least(moment, latest_moment()) returning 1) select count(*) from gone
$$;
revoke execute on function purge_imports(timestamptz) from public;
grant execute on function purge_imports(timestamptz) to doorwijzer_app;
