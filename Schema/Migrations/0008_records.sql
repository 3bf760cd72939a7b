-- What is kept beside the work itself: mail to send, who read what, files being imported, changes for the matcher.

create table outbox (
    id uuid primary key,
    kind text not null check (kind ~ '^[a-z_]+$'),
    case_id uuid,
    team_id uuid references teams (id),
    staff_member_id uuid references staff_members (id),
    candidate_id uuid references candidates (id),
    proposal_id uuid references proposals (id),
    facts jsonb not null,
    created_at timestamptz not null,
    available_at timestamptz not null,
    attempts smallint not null default 0,
    sent_at timestamptz,
    failed_at timestamptz,
    check (sent_at is null or failed_at is null)
);
comment on table outbox is 'Messages to send, written in the transaction that causes them; ids and codes only.';
create index outbox_waiting on outbox (available_at) where sent_at is null and failed_at is null;
create index outbox_staff_member_id on outbox (staff_member_id);
create index outbox_candidate_id on outbox (candidate_id);
create index outbox_proposal_id on outbox (proposal_id);
create index outbox_team_id on outbox (team_id);

create table candidate_reads (
    id uuid primary key,
    candidate_id uuid not null references candidates (id),
    team_id uuid not null references teams (id),
    staff_member_id uuid references staff_members (id),
    read_at timestamptz not null,
    purpose text not null check (purpose ~ '^[a-z_]+$')
);
comment on table candidate_reads is 'Who saw which candidate when and why, append-only.';
create index candidate_reads_candidate_id on candidate_reads (candidate_id, read_at desc);
create index candidate_reads_team_id on candidate_reads (team_id);
create index candidate_reads_staff_member_id on candidate_reads (staff_member_id);

create table imports (
    id uuid primary key,
    team_id uuid not null references teams (id),
    staff_member_id uuid references staff_members (id),
    kind text not null check (kind in ('candidates', 'places')),
    file_name text not null,
    content bytea not null check (octet_length(content) <= 5242880),
    mapping jsonb not null,
    uploaded_at timestamptz not null,
    expires_at timestamptz not null
);
comment on table imports is 'An uploaded file between preview and confirmation; removed when confirmed, cancelled or after a day.';
create index imports_team_id on imports (team_id);
create index imports_staff_member_id on imports (staff_member_id);
create index imports_expires_at on imports (expires_at);

create table match_changes (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    kind text not null check (kind in ('place', 'case', 'all')),
    subject_id uuid
);
comment on table match_changes is 'What changed for the matcher''s snapshot; readers take rows below the oldest running transaction.';
create index match_changes_xid on match_changes (xid, id);

-- One row per subject and statement; a bulk load becomes one row that says "all".
create function note_match_change(change_kind text, subjects uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if cardinality(subjects) = 0 then
        return;
    elsif cardinality(subjects) > 1000 then
        insert into match_changes (kind, subject_id) values ('all', null);
    else
        insert into match_changes (kind, subject_id) select change_kind, s from unnest(subjects) as s;
    end if;
    perform pg_notify('match_changes', '');
end $$;

create function note_place_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin
    perform note_match_change('place', array(select distinct id from changed)); return null;
end $$;
create function note_place_parts() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin
    perform note_match_change('place', array(select distinct training_place_id from changed)); return null;
end $$;
create function note_practice_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin
    perform note_match_change('place',
        array(select t.id from training_places t where t.practice_id in (select practice_id from changed))); return null;
end $$;
create function note_case_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin
    perform note_match_change('case', array(select distinct id from changed)); return null;
end $$;
create function note_candidate_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin
    perform note_match_change('case',
        array(select f.id from case_files f where f.candidate_id in (select id from changed))); return null;
end $$;
create function note_assessment_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin
    perform note_match_change('case',
        array(select f.id from case_files f join assessments a on a.candidate_id = f.candidate_id
            where a.id in (select assessment_id from changed))); return null;
end $$;

do $$
declare
    t record;
begin
    for t in select v.table_name, v.function_name from (values
        ('training_places', 'note_place_rows'), ('seats', 'note_place_parts'), ('seat_occupations', 'note_place_parts'),
        ('training_place_schools', 'note_place_parts'), ('training_place_activities', 'note_place_parts'),
        ('training_place_supervisors', 'note_place_parts'), ('supervisors', 'note_practice_rows'),
        ('practice_recognitions', 'note_practice_rows'), ('case_files', 'note_case_rows'),
        ('candidates', 'note_candidate_rows'), ('assessment_levels', 'note_assessment_rows')) as v (table_name, function_name)
    loop
        execute format('create trigger %I after insert on %I referencing new table as changed for each statement execute function %I()',
            t.table_name || '_noted_insert', t.table_name, t.function_name);
        execute format('create trigger %I after update on %I referencing new table as changed for each statement execute function %I()',
            t.table_name || '_noted_update', t.table_name, t.function_name);
        execute format('create trigger %I after delete on %I referencing old table as changed for each statement execute function %I()',
            t.table_name || '_noted_delete', t.table_name, t.function_name);
    end loop;
end $$;
