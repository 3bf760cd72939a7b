-- Public addresses of what the network writes.

-- The first address that nobody has, also among what is not public yet. Whoever asks for the same waits.
create function free_slug(the_kind text, base text) returns text
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    tried text := base;
    number integer := 1;
    is_taken boolean;
begin
    perform pg_advisory_xact_lock(hashtextextended('slug ' || the_kind, 0));
    loop
        is_taken := case the_kind
            when 'meeting' then exists (select 1 from meetings where slug = tried)
            when 'question' then exists (select 1 from questions where slug = tried)
            when 'good_practice' then exists (select 1 from good_practices where slug = tried)
        end;
        exit when not is_taken;
        number := number + 1;
        tried := base || '-' || number;
    end loop;
    return tried;
end $$;

revoke execute on function free_slug(text, text) from public;
grant execute on function free_slug(text, text) to doorwijzer_app;
