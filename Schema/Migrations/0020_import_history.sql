-- What an import brought in, so that it can be shown apart and taken back while nobody did anything with it; and which column
-- of a team's files holds what, so that the next file of the same form needs no second answer.

create table import_mappings (
    team_id uuid not null references teams (id),
    kind text not null check (kind in ('candidates', 'places')),
    headings_sha256 bytea not null check (octet_length(headings_sha256) = 32),
    mapping jsonb not null,
    saved_at timestamptz not null,
    primary key (team_id, kind, headings_sha256)
);
comment on table import_mappings is 'Which column holds what in files of a team with these headings; no cell of a file is in it.';

create table import_runs (
    id uuid primary key,
    team_id uuid not null references teams (id),
    staff_member_id uuid references staff_members (id),
    kind text not null check (kind in ('candidates', 'places')),
    saved_at timestamptz not null,
    saved integer not null check (saved >= 0),
    new_practices integer not null check (new_practices >= 0),
    drafts integer not null check (drafts >= 0),
    faulty integer not null check (faulty >= 0),
    skipped integer not null check (skipped >= 0),
    undone_at timestamptz
);
comment on table import_runs is 'An import that was confirmed: how many rows came in, and whether it was taken back.';
create index import_runs_team_id on import_runs (team_id);
create index import_runs_staff_member_id on import_runs (staff_member_id);

create table import_run_rows (
    import_run_id uuid not null references import_runs (id),
    line integer not null check (line > 0),
    team_id uuid not null references teams (id),
    case_id uuid references case_files (id) on delete cascade,
    training_place_id uuid references training_places (id) on delete cascade,
    practice_id uuid references practices (id) on delete set null,
    primary key (import_run_id, line),
    check (num_nonnulls(case_id, training_place_id) = 1)
);
comment on table import_run_rows is 'What one row of an import became; practice_id only where the row brought the practice too.';
create index import_run_rows_team_id on import_run_rows (team_id);
create index import_run_rows_case_id on import_run_rows (case_id);
create index import_run_rows_training_place_id on import_run_rows (training_place_id);
create index import_run_rows_practice_id on import_run_rows (practice_id);

do $$
declare
    t text;
begin
    foreach t in array array['import_mappings', 'import_runs', 'import_run_rows'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_team on %I to doorwijzer_app using (team_id = (select acting_team()))
            with check (team_id = (select acting_team()))', t);
    end loop;
end $$;
alter policy own_team on import_run_rows with check (team_id = (select acting_team())
    and exists (select 1 from import_runs i where i.id = import_run_id and i.team_id = (select acting_team()))
    and (case_id is null or exists (select 1 from case_files f where f.id = case_id and f.team_id = (select acting_team()))));
create policy self on import_run_rows for select to doorwijzer_app using ((select acting_candidate()) is not null
    and case_id in (select id from case_files where candidate_id = (select acting_candidate())));
grant select, insert on import_runs, import_run_rows to doorwijzer_app;
grant select, insert, update (mapping, saved_at) on import_mappings to doorwijzer_app;

-- Takes an import back. A row that anyone touched stays: what refers to it stops its removal, and a version or a second event
-- says that it was changed. Runs as the owner, since nobody may remove what only an import may bring.
create function undo_import(the_import uuid, moment timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    r record;
    the_candidate uuid;
    the_practices uuid[];
    the_practice uuid;
    removed bigint := 0;
begin
    perform 1 from import_runs
        where id = the_import and team_id = acting_team() and undone_at is null for update;
    if not found then
        perform refuse('import_runs_undo', 'this import cannot be taken back');
    end if;
    -- Removing a place removes its row here too.
    the_practices := array(select practice_id from import_run_rows
        where import_run_id = the_import and practice_id is not null order by practice_id);
    for r in select line, case_id, training_place_id from import_run_rows where import_run_id = the_import order by line loop
        begin
            if r.case_id is not null then
                select f.candidate_id into the_candidate
                    from case_files f
                    join candidates c on c.id = f.candidate_id
                    where f.id = r.case_id and f.team_id = acting_team() and f.state = 'registered' and f.version = 1
                        and c.version = 1 and (select count(*) from case_events e where e.case_id = f.id) = 1
                    for update of f, c;
                if found then
                    delete from case_events where case_id = r.case_id;
                    delete from case_spans where case_id = r.case_id;
                    delete from case_files where id = r.case_id;
                    delete from person_keys where candidate_id = the_candidate;
                    delete from candidate_reads where candidate_id = the_candidate;
                    delete from candidate_regions where candidate_id = the_candidate;
                    delete from candidate_identities where candidate_id = the_candidate;
                    delete from candidates where id = the_candidate;
                    removed := removed + 1;
                end if;
            else
                perform 1 from training_places
                    where id = r.training_place_id and team_id = acting_team() and version = 1 for update;
                if found then
                    delete from training_place_schools where training_place_id = r.training_place_id;
                    delete from training_place_activities where training_place_id = r.training_place_id;
                    delete from training_place_supervisors where training_place_id = r.training_place_id;
                    delete from seats where training_place_id = r.training_place_id;
                    delete from training_places where id = r.training_place_id;
                    removed := removed + 1;
                end if;
            end if;
        exception when foreign_key_violation then
            -- Something was done with it: it stays as it was.
            null;
        end;
    end loop;
    foreach the_practice in array the_practices loop
        begin
            perform 1 from practices where id = the_practice and region_code = acting_region() and version = 1 for update;
            if found then
                delete from practice_contacts where practice_id = the_practice;
                delete from practice_recognitions where practice_id = the_practice;
                delete from practice_closings where practice_id = the_practice;
                delete from supervisors where practice_id = the_practice;
                delete from practices where id = the_practice;
            end if;
        exception when foreign_key_violation then
            null;
        end;
    end loop;
    update import_runs set undone_at = moment where id = the_import;
    return removed;
end $$;
revoke execute on function undo_import(uuid, timestamptz) from public;
grant execute on function undo_import(uuid, timestamptz) to doorwijzer_app;
