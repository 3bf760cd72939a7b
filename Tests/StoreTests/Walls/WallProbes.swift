/// How the walls are tried: every person with every verb on one row of each table, and again after each policy was taken away
/// or opened wide. SQL for the owner, after ``WallScene``.
enum WallProbes {
    static let script = #"""
        -- What someone may do with one row: s(elect), i(nsert), u(pdate), d(elete). Without triggers, so that only grants and policies
        -- answer; nothing stays.
        create function walls.letters(relation text, is_view boolean, victim jsonb, db_role text, settings jsonb) returns text language plpgsql as $$
        declare
            found_columns text;
            key text;
            verb text;
            statement text;
            letters text := '';
        begin
            perform set_config('doorwijzer.' || name, coalesce(settings ->> name, ''), true) from unnest(array['staff_id', 'team_id',
                'region_code', 'role', 'organisation_id', 'school_id', 'candidate_id', 'proposal_id']) as name;
            select string_agg(format('%I::text = %L', a.attname, victim ->> a.attname), ' and ') into key
                from pg_attribute a where a.attrelid = relation::regclass and (is_view and victim ? a.attname or a.attnum = any (
                    (select i.indkey from pg_index i where i.indrelid = a.attrelid and i.indisprimary)::smallint[]));
            -- U: some may only take back.
            foreach verb in array array['s', 'i', 'u', 'U', 'd'] loop
                continue when verb <> 's' and is_view;
                if verb in ('i', 'u', 'U') then
                    select case when verb = 'i' then string_agg(quote_ident(a.attname), ', ')
                            when verb = 'U' then case when bool_or(a.attname = 'state') and relation in ('case_files', 'referrals')
                                then 'state = ''withdrawn''' end
                            else min(format('%I = %I', a.attname, a.attname)) end
                        into found_columns
                        from pg_attribute a
                        where a.attrelid = relation::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                            and has_column_privilege(db_role, a.attrelid, a.attnum, case verb when 'i' then 'insert' else 'update' end);
                end if;
                -- Null, and so not tried, where nothing was granted.
                statement := case verb
                    when 's' then format('select count(*) from %I where ', relation) || coalesce(key, 'true')
                    when 'i' then format('insert into %I (', relation) || found_columns || ') overriding system value select '
                        || found_columns || format(' from jsonb_populate_record(null::%I, %L)', relation, victim)
                    when 'u' then format('update %I set ', relation) || found_columns || ' where ' || coalesce(key, 'true')
                    when 'U' then format('update %I set ', relation) || found_columns || ' where ' || coalesce(key, 'true')
                    else case when has_table_privilege(db_role, relation, 'delete')
                        then format('delete from %I where ', relation) || coalesce(key, 'true') end end;
                continue when statement is null;
                declare
                    touched bigint;
                begin
                    perform set_config('role', db_role, true);
                    if verb = 's' then execute statement into touched;
                    else execute statement; get diagnostics touched = row_count; end if;
                    raise exception using errcode = 'DW999', message = touched::text;
                exception
                    when sqlstate 'DW999' then
                        if sqlerrm::bigint > 0 then letters := letters || verb; end if;
                    when insufficient_privilege then null;
                    -- Let through to the constraints.
                    when integrity_constraint_violation then letters := letters || verb;
                end;
            end loop;
            return letters;
        end $$;


        -- How many rows someone reaches without looking at any: no where, nothing read, so that no policy for reading helps.
        create function walls.blind(relation text, victim jsonb, db_role text, settings jsonb) returns bigint language plpgsql as $$
        declare
            changed text;
            touched bigint;
            total bigint := 0;
            statement text;
        begin
            perform set_config('doorwijzer.' || name, coalesce(settings ->> name, ''), true) from unnest(array['staff_id', 'team_id',
                'region_code', 'role', 'organisation_id', 'school_id', 'candidate_id', 'proposal_id']) as name;
            select min(format('%I = %L', a.attname, victim ->> a.attname)) into changed from pg_attribute a
                where a.attrelid = relation::regclass and a.attnum > 0 and not a.attisdropped
                    and has_column_privilege(db_role, a.attrelid, a.attnum, 'update')
                    and not exists (select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any (i.indkey));
            foreach statement in array array[format('update %I set ', relation) || changed,
                case when has_table_privilege(db_role, relation, 'delete') then format('delete from %I', relation) end] loop
                continue when statement is null;
                begin
                    perform set_config('role', db_role, true);
                    execute statement;
                    get diagnostics touched = row_count;
                    raise exception using errcode = 'DW999', message = touched::text;
                exception
                    when sqlstate 'DW999' then total := total + sqlerrm::bigint;
                    when insufficient_privilege then null;
                    -- Let through to the constraints.
                    when integrity_constraint_violation then total := total - 1;
                end;
            end loop;
            return total;
        end $$;

        create table walls.found (name text, position integer, letters text, blind bigint, primary key (name, position));
        insert into walls.found
            select v.name, a.position, walls.letters(v.relation, v.is_view, v.row_of, a.db_role, a.settings),
                case when v.is_view then 0 else walls.blind(v.relation, v.row_of, a.db_role, a.settings) end
            from walls.victims v cross join walls.actors a;

        -- What everyone may, and then each one who may more.
        create function walls.line(the_name text) returns text language sql stable as $$
            with letters as (
                select f.position, a.name, a.db_role, l.letter, l.nr
                from walls.found f join walls.actors a on a.position = f.position
                cross join lateral regexp_split_to_table(f.letters, '') with ordinality as l (letter, nr)
                where f.name = the_name and l.letter <> ''),
            common as (
                select letter, min(nr) as nr from letters where db_role = 'doorwijzer_app' group by letter
                having count(*) = (select count(*) from walls.actors where db_role = 'doorwijzer_app'))
            select concat_ws(' · ', (select 'everyone ' || string_agg(letter, '' order by nr) from common),
                (select string_agg(x.name || ' ' || x.more, ' · ' order by x.position) from (
                    select l.name, l.position, string_agg(l.letter, '' order by l.nr) as more from letters l
                    where l.db_role <> 'doorwijzer_app' or l.letter not in (select letter from common) group by l.name, l.position) x))
        $$;

        -- Whether anyone notices a change to the schema, which is taken back. What people could do is asked first when
        -- something is taken away, and what they could not when something is given.
        create function walls.is_noticed(change text, the_relation text, takes_away boolean) returns boolean language plpgsql as $$
        declare
            actor record;
        begin
            execute change;
            for actor in
                select a.db_role, a.settings, f.letters, f.blind, v.is_view, v.row_of
                from walls.victims v join walls.found f on f.name = v.name join walls.actors a on a.position = f.position
                where v.relation = the_relation
                order by (f.letters <> '') = takes_away desc, length(f.letters) desc, a.position
            loop
                if walls.letters(the_relation, actor.is_view, actor.row_of, actor.db_role, actor.settings) <> actor.letters
                    or (not takes_away and walls.blind(the_relation, actor.row_of, actor.db_role, actor.settings) <> actor.blind) then
                    raise exception using errcode = 'DW998', message = 'noticed';
                end if;
            end loop;
            raise exception using errcode = 'DW998', message = 'unnoticed';
        exception when sqlstate 'DW998' then
            return sqlerrm = 'noticed';
        end $$;
        create function walls.unnoticed() returns setof text language sql as $$
            select change from (
                select format('drop policy %I on %I', policyname, tablename) as change, tablename::text as relation, true as takes_away
                from pg_policies where schemaname = 'public'
                union all
                select format('alter policy %I on %I', policyname, tablename)
                    || case when cmd = 'INSERT' then '' else ' using (true)' end
                    || case when cmd in ('SELECT', 'DELETE') then '' else ' with check (true)' end, tablename, false
                from pg_policies where schemaname = 'public' and (coalesce(qual, 'true') <> 'true' or coalesce(with_check, 'true') <> 'true')
                union all
                select distinct format('alter table %I disable row level security', relation), relation, false
                from walls.victims where not is_view) as changes
            where not walls.is_noticed(change, relation, takes_away)
        $$;
        """#
}
