-- Who copied a project or a good practice, and what came of it.

create table copies (
    id uuid primary key,
    project_id uuid references projects (id),
    good_practice_id uuid references good_practices (id),
    subject_name text not null check (subject_name <> ''),
    member_id uuid references network_members (id) on delete set null,
    organisation_name text not null check (organisation_name <> ''),
    region_code text not null references regions (code),
    copied_on date not null,
    intention text not null,
    outcome text not null,
    outcome_kind text check (outcome_kind in ('worked', 'worked_in_part', 'did_not_work', 'too_early')),
    outcome_on date,
    outcome_asked_on date,
    outcome_asks smallint not null default 0 check (outcome_asks between 0 and 2),
    held_at timestamptz,
    held_reason text check (held_reason <> ''),
    constraint copies_held check (num_nonnulls(held_at, held_reason) in (0, 2)),
    is_fictional boolean not null,
    version integer not null check (version > 0),
    check (num_nonnulls(project_id, good_practice_id) = 1),
    check (num_nonnulls(outcome_kind, outcome_on) in (0, 2))
);
comment on table copies is 'Who copied what from where, and what came of it.';
comment on column copies.subject_name is 'What it was called when it was copied; kept for when its page is gone.';
comment on column copies.outcome_asks is 'How many mails asked for the outcome since it was copied, or since the last answer that left it open.';
-- Nobody copies the same twice.
create unique index copies_practice_once on copies (member_id, good_practice_id) where good_practice_id is not null;
create unique index copies_project_once on copies (member_id, project_id) where project_id is not null;
create index copies_project_id on copies (project_id);
create index copies_good_practice_id on copies (good_practice_id);
create index copies_member_id on copies (member_id);
create index copies_region_code on copies (region_code);

-- One copies what others do: not what one wrote or answers for, and not of the own organisation. The name of what was copied is
-- kept, and that of whoever copies it.
create function guard_copy() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    subject record;
    me record;
begin
    select coalesce(g.name, p.name) as name, coalesce(g.organisation_name, p.organisation_name) as organisation_name,
        g.author_id, g.contact_id into subject
    from (select new.good_practice_id as practice, new.project_id as project) s
    left join good_practices g on g.id = s.practice left join projects p on p.id = s.project;
    new.subject_name := coalesce(nullif(new.subject_name, ''), subject.name);
    if acting_staff() is null then
        return new;
    end if;
    select m.id, m.organisation_name, m.is_fictional into me from network_members m where m.id = acting_member();
    if me.id in (subject.author_id, subject.contact_id)
        or organisation_key(me.organisation_name) = organisation_key(subject.organisation_name) then
        perform refuse('copies_of_others', 'what is the own is not copied');
    end if;
    new.subject_name := subject.name;
    new.organisation_name := me.organisation_name;
    new.is_fictional := me.is_fictional;
    new.outcome := '';
    new.outcome_kind := null;
    new.outcome_on := null;
    return new;
end $$;
create trigger copies_guard before insert on copies for each row execute function guard_copy();

-- Everyone reads, unless the fund holds it back: then whoever wrote it and the fund.
alter table copies enable row level security;
create policy visible on copies for select using (held_at is null);
create policy own_held on copies for select to doorwijzer_app
    using (held_at is not null and member_id = (select acting_member()));
create policy fund_sees_held on copies for select to doorwijzer_app
    using (held_at is not null and (select works_for_fund()));
create policy member_copies on copies for insert to doorwijzer_app with check (member_id = (select acting_member()));
create policy own_changes on copies for update to doorwijzer_app
    using (member_id = (select acting_member())) with check (member_id = (select acting_member()));
create policy worker_asks on copies for update to doorwijzer_app using ((select acting_role()) = 'worker')
    with check ((select acting_role()) = 'worker');
grant select, insert on copies to doorwijzer_app;
grant update (intention, outcome, outcome_kind, outcome_on, outcome_asked_on, outcome_asks, version) on copies to doorwijzer_app;

select raises_content_version('copies');
