-- The national learning network (DOMAIN 10): who knows what, when people meet, what they ask each other, what works and who
-- copied it, and per region a toolbox and a map of organisations. What is written here is for everyone, except who did not agree
-- to be listed and what only members read.

create table network_members (
    id uuid primary key,
    staff_member_id uuid unique references staff_members (id),
    name text not null check (name <> ''),
    organisation_name text not null check (organisation_name <> ''),
    position_name text not null,
    knows text not null,
    seeks text not null,
    is_listed boolean not null,
    wants_mail boolean not null,
    joined_at timestamptz not null,
    joined_by text not null check (joined_by in ('grant', 'self')),
    left_at timestamptz,
    questions_told_at timestamptz,
    is_fictional boolean not null,
    version integer not null check (version > 0)
);
comment on table network_members is 'Members of the learning network: who they are, what they know and look for. Listed only with their consent.';

create table member_regions (
    member_id uuid not null references network_members (id) on delete cascade,
    region_code text not null references regions (code),
    primary key (member_id, region_code)
);
comment on table member_regions is 'In which regions a member works.';
create index member_regions_region_code on member_regions (region_code);
create table member_bottlenecks (
    member_id uuid not null references network_members (id) on delete cascade,
    bottleneck_code text not null references bottlenecks (code),
    stance text not null check (stance in ('knows', 'seeks')),
    primary key (member_id, bottleneck_code, stance)
);
comment on table member_bottlenecks is 'Which bottlenecks a member knows something about, or looks for help with.';
create index member_bottlenecks_code on member_bottlenecks (bottleneck_code);

-- The member that the person who acts is; null for who has not joined or has left.
create function acting_member() returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select m.id from network_members m join staff_members s on s.id = m.staff_member_id
    where m.staff_member_id = acting_staff() and m.left_at is null and s.disabled_at is null
$$;

-- Makes the leader of a granted application a member, not listed; who left before is a member again, and who is one stays as
-- they are. True when someone joined.
create function join_by_grant(the_member uuid, the_application uuid, the_moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    joined uuid;
begin
    if not exists (select 1 from applications a where a.id = the_application and a.state in ('granted', 'running')
        and (works_for_fund() or leads_projects_of(a.organisation_id))) then
        perform refuse('network_members_by_grant', 'only a grant makes someone a member');
    end if;
    insert into network_members as m (id, staff_member_id, name, organisation_name, position_name, knows, seeks, is_listed,
        wants_mail, joined_at, joined_by, is_fictional, version)
    select the_member, l.id, l.name, o.name, 'projectleider', '', '', false, true, the_moment, 'grant', l.is_fictional, 1
    from applications a
    join staff_members l on l.id = a.leader_id
    join organisations o on o.id = a.organisation_id
    where a.id = the_application
    on conflict (staff_member_id) do update set name = excluded.name, organisation_name = excluded.organisation_name,
        is_listed = false, wants_mail = true, joined_at = the_moment, joined_by = 'grant', left_at = null,
        version = m.version + 1
        where m.left_at is not null
    returning m.id into joined;
    if joined is null then
        return false;
    end if;
    insert into member_regions (member_id, region_code)
    select joined, region_code from application_regions where application_id = the_application on conflict do nothing;
    insert into member_bottlenecks (member_id, bottleneck_code, stance)
    select joined, bottleneck_code, 'knows' from application_bottlenecks where application_id = the_application
    on conflict do nothing;
    return true;
end $$;

create table meetings (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind text not null check (kind in ('leertafel', 'regiotafel', 'onderwijstafel', 'leernetwerkbijeenkomst')),
    title text not null check (title <> ''),
    label text not null,
    held_on date check (held_on is not null or (state = 'held' and source <> '')),
    starts_at timestamptz,
    ends_at timestamptz check (ends_at > starts_at),
    place text not null,
    online_url text check (online_url ~ '^https://[^\s]+$'),
    region_code text references regions (code),
    municipality_code text references municipalities (code),
    agenda text not null,
    minutes text not null,
    capacity smallint check (capacity > 0),
    signup_closes_at timestamptz,
    state text not null check (state in ('planned', 'cancelled', 'held')),
    organiser_id uuid references network_members (id),
    contact_mail text not null,
    source text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    sequence integer not null check (sequence >= 0),
    is_fictional boolean not null,
    version integer not null check (version > 0),
    check (starts_at is null or (ends_at is not null and held_on is not null and (starts_at at time zone 'Europe/Amsterdam')::date = held_on)),
    check (state <> 'planned' or starts_at is not null)
);
comment on table meetings is 'Meetings of the network, planned and held. label: the name of the region as in the source; held_on is unknown only where the source does not say. Minutes name topics, no persons.';
create index meetings_held_on on meetings (held_on);
create index meetings_region_code on meetings (region_code);
create index meetings_municipality_code on meetings (municipality_code);
create index meetings_organiser_id on meetings (organiser_id);
create table meeting_bottlenecks (
    meeting_id uuid not null references meetings (id),
    bottleneck_code text not null references bottlenecks (code),
    primary key (meeting_id, bottleneck_code)
);
comment on table meeting_bottlenecks is 'What a meeting is about.';
create index meeting_bottlenecks_code on meeting_bottlenecks (bottleneck_code);
create table meeting_signups (
    meeting_id uuid not null references meetings (id),
    member_id uuid not null references network_members (id) on delete cascade,
    state text not null check (state in ('coming', 'waiting', 'cancelled')),
    signed_up_at timestamptz not null,
    reminded_at timestamptz,
    primary key (meeting_id, member_id)
);
comment on table meeting_signups is 'Who comes and who waits for a seat, in the order of signing up.';
create index meeting_signups_member_id on meeting_signups (member_id);
create table meeting_actions (
    id uuid primary key,
    meeting_id uuid not null references meetings (id),
    sentence text not null check (sentence <> ''),
    owner_id uuid not null references network_members (id),
    due_on date not null,
    done_on date
);
comment on table meeting_actions is 'What was agreed, who does it and by when.';
create index meeting_actions_meeting_id on meeting_actions (meeting_id);
create index meeting_actions_owner_id on meeting_actions (owner_id);

create table good_practices (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    author_id uuid references network_members (id) on delete set null,
    contact_id uuid references network_members (id) on delete set null,
    organisation_name text not null check (organisation_name <> ''),
    name text not null check (name <> ''),
    problem text not null,
    approach text not null,
    took text not null,
    result text not null,
    did_not_work text not null,
    state text not null check (state in ('draft', 'submitted', 'returned', 'published', 'retired')),
    project_id uuid references projects (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    validated_by_id uuid references network_members (id) on delete set null,
    validated_at timestamptz,
    remark text,
    changed_by_id uuid references network_members (id) on delete set null,
    unread_since timestamptz,
    confirmed_on date,
    confirmation_asked_on date,
    source text not null,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    held_at timestamptz,
    held_reason text check (held_reason <> ''),
    constraint good_practices_held check (num_nonnulls(held_at, held_reason) in (0, 2)),
    constraint good_practices_unread_is_published check (unread_since is null or state = 'published'),
    constraint good_practices_complete
        check (state <> 'published' or (problem <> '' and approach <> '' and result <> '')),
    constraint good_practices_read_by_other check (validated_by_id is null or validated_by_id <> author_id)
);
comment on table good_practices is 'What works, what it took and what did not; published when a second member found it good.';
comment on column good_practices.changed_by_id is 'Who wrote the words last; another member reads them.';
comment on column good_practices.unread_since is 'Since when a published practice has words that no second member has read.';
comment on column good_practices.remark is 'What the second reader says of the words as they are; gone when they change.';
create index good_practices_changed_by_id on good_practices (changed_by_id);
create index good_practices_author_id on good_practices (author_id);
create index good_practices_contact_id on good_practices (contact_id);
create index good_practices_validated_by_id on good_practices (validated_by_id);
create index good_practices_project_id on good_practices (project_id);
create table good_practice_regions (
    good_practice_id uuid not null references good_practices (id),
    region_code text not null references regions (code),
    primary key (good_practice_id, region_code)
);
comment on table good_practice_regions is 'Where it was done.';
create index good_practice_regions_region_code on good_practice_regions (region_code);
create table good_practice_bottlenecks (
    good_practice_id uuid not null references good_practices (id),
    bottleneck_code text not null references bottlenecks (code),
    primary key (good_practice_id, bottleneck_code)
);
comment on table good_practice_bottlenecks is 'What it solves.';
create index good_practice_bottlenecks_code on good_practice_bottlenecks (bottleneck_code);
create table good_practice_links (
    id uuid primary key,
    good_practice_id uuid not null references good_practices (id),
    position smallint not null check (position between 1 and 20),
    kind text not null check (kind in ('document', 'film', 'page')),
    title text not null check (title <> ''),
    url text not null check (url ~ '^https://[^\s]+$'),
    unique (good_practice_id, position)
);
comment on table good_practice_links is 'Documents, films and pages elsewhere, as links.';

create table questions (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    member_id uuid references network_members (id) on delete set null,
    region_code text references regions (code),
    project_id uuid references projects (id),
    good_practice_id uuid references good_practices (id),
    title text not null check (title <> ''),
    body text not null check (body <> ''),
    asked_at timestamptz not null,
    closed_at timestamptz,
    held_at timestamptz,
    held_reason text check (held_reason <> ''),
    is_fictional boolean not null,
    version integer not null check (version > 0),
    constraint questions_held check (num_nonnulls(held_at, held_reason) in (0, 2)),
    check (num_nonnulls(project_id, good_practice_id) <= 1)
);
comment on table questions is 'Questions to the network; some are about a project or practice.';
create index questions_member_id on questions (member_id);
create index questions_region_code on questions (region_code);
create index questions_project_id on questions (project_id);
create index questions_good_practice_id on questions (good_practice_id);
create index questions_asked_at on questions (asked_at);
create table question_bottlenecks (
    question_id uuid not null references questions (id),
    bottleneck_code text not null references bottlenecks (code),
    primary key (question_id, bottleneck_code)
);
comment on table question_bottlenecks is 'What a question is about.';
create index question_bottlenecks_code on question_bottlenecks (bottleneck_code);
create table answers (
    id uuid primary key,
    question_id uuid not null references questions (id),
    member_id uuid references network_members (id) on delete set null,
    body text not null check (body <> ''),
    answered_at timestamptz not null,
    helped_at timestamptz,
    held_at timestamptz,
    held_reason text check (held_reason <> ''),
    constraint answers_held check (num_nonnulls(held_at, held_reason) in (0, 2))
);
comment on table answers is 'Answers; who asked marks the one that helped. held_at: since when the fund holds it back, here and elsewhere.';
create index answers_question_id on answers (question_id, answered_at);
create index answers_member_id on answers (member_id);
create unique index answers_one_helped on answers (question_id) where helped_at is not null;

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

create table toolbox_items (
    id uuid primary key,
    region_code text not null references regions (code),
    kind text not null check (kind in ('draaiboek', 'form', 'supervisor_course', 'supervisor_pool', 'other')),
    title text not null check (title <> ''),
    text text not null,
    url text check (url ~ '^https://[^\s]+$'),
    organisation_name text not null check (organisation_name <> ''),
    phone text not null,
    hours_a_week smallint check (hours_a_week > 0),
    confirmed_on date not null,
    member_id uuid references network_members (id) on delete set null,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    check ((hours_a_week is null) or kind = 'supervisor_pool')
);
comment on table toolbox_items is 'Per region: draaiboek, forms, courses for supervisors, and supervision that practices share.';
create index toolbox_items_region_code on toolbox_items (region_code, kind);
create index toolbox_items_member_id on toolbox_items (member_id);
create table social_map_entries (
    id uuid primary key,
    region_code text not null references regions (code),
    name text not null check (name <> ''),
    kind text not null check (kind in ('practice', 'rho', 'care_group', 'school', 'municipality', 'employers_service_point',
        'insurer', 'hospital', 'employers_organisation', 'other')),
    text text not null,
    url text check (url ~ '^https://[^\s]+$'),
    phone text not null,
    confirmed_on date not null,
    member_id uuid references network_members (id) on delete set null,
    source text not null,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    unique (region_code, name)
);
comment on table social_map_entries is 'Sociale kaart: organisations in a region and what one goes to them for.';
create index social_map_entries_member_id on social_map_entries (member_id);

-- A meeting with seats fills in the order of signing up; who signs up when it is full waits, and reads that in the row that
-- comes back. The meeting's row is locked first.
create function guard_meeting_signup() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    m record;
begin
    select state, signup_closes_at, starts_at, capacity into m from meetings where id = new.meeting_id for update;
    if new.state = 'coming' and (tg_op = 'INSERT' or old.state <> 'coming') then
        if m.state <> 'planned' or new.signed_up_at > coalesce(m.signup_closes_at, m.starts_at) then
            perform refuse('meeting_signups_closed', 'signing up is closed');
        end if;
        if m.capacity is not null and (select count(*) from meeting_signups
            where meeting_id = new.meeting_id and state = 'coming' and member_id <> new.member_id) >= m.capacity then
            new.state := 'waiting';
        end if;
    end if;
    return new;
end $$;
create trigger meeting_signups_guard before insert or update on meeting_signups
    for each row execute function guard_meeting_signup();
-- Another moment is reminded of anew.
create function forget_meeting_reminders() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    update meeting_signups set reminded_at = null where meeting_id = new.id and reminded_at is not null;
    return null;
end $$;
create trigger meetings_moved after update on meetings
    for each row when (old.starts_at is distinct from new.starts_at) execute function forget_meeting_reminders();
-- Who cancels gives the seat to who waits longest, until the meeting begins; returns that member, or null.
create function next_meeting_signup(the_meeting uuid, the_moment timestamptz) returns uuid
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    m record;
    chosen uuid;
begin
    select state, starts_at, capacity into m from meetings where id = the_meeting for update;
    if m.state <> 'planned' or m.starts_at <= the_moment or (m.capacity is not null and (select count(*) from meeting_signups
        where meeting_id = the_meeting and state = 'coming') >= m.capacity) then
        return null;
    end if;
    select member_id into chosen from meeting_signups where meeting_id = the_meeting and state = 'waiting'
    order by signed_up_at, member_id limit 1;
    update meeting_signups set state = 'coming' where meeting_id = the_meeting and member_id = chosen;
    return chosen;
end $$;

-- How many come and how many wait is for everyone; who they are is not.
create function meeting_crowd(the_meetings uuid[]) returns table (meeting_id uuid, coming bigint, waiting bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select s.meeting_id, count(*) filter (where s.state = 'coming'), count(*) filter (where s.state = 'waiting')
    from meeting_signups s where s.meeting_id = any (the_meetings) group by s.meeting_id
$$;
-- How many wait for a seat from the first up to and including who acts; null for who does not wait.
create function own_waiting_place(the_meeting uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select count(*) from meeting_signups s
    join meeting_signups o on o.meeting_id = s.meeting_id and o.member_id = acting_member() and o.state = 'waiting'
    where s.meeting_id = the_meeting and s.state = 'waiting'
        and (s.signed_up_at, s.member_id) <= (o.signed_up_at, o.member_id)
    having count(*) > 0
$$;

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

-- Whether a member works at the organisation of the member who acts.
create function is_colleague(the_member uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select exists (select 1 from network_members m join network_members o on o.organisation_name = m.organisation_name
        where m.id = acting_member() and o.id = the_member and o.left_at is null)
$$;

-- What someone wrote for everyone, and takes back for good: a question only as long as nobody else answered it. False when it is
-- not theirs or cannot be taken back.
create function take_back(the_kind text, the_id uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    case the_kind
    when 'question' then
        -- Locked, so that nobody answers meanwhile.
        perform 1 from questions where id = the_id and member_id = acting_member() for update;
        if not found or exists
            (select 1 from answers where question_id = the_id and member_id is distinct from acting_member()) then
            return false;
        end if;
        delete from answers where question_id = the_id;
        delete from question_bottlenecks where question_id = the_id;
        delete from questions where id = the_id;
    when 'answer' then
        delete from answers where id = the_id and member_id = acting_member();
    when 'copy' then
        delete from copies where id = the_id and member_id = acting_member();
    else
        return false;
    end case;
    return found;
end $$;
-- What the fund holds back, with a reason, and releases again, without one. False when it is so already. An answer that is held
-- back no longer is the one that helped.
create function hold_back(the_kind text, the_id uuid, the_reason text, the_moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    since constant timestamptz := case when the_reason is not null then the_moment end;
begin
    if not works_for_fund() then
        perform refuse('held_back_by_fund', 'the fund holds back and releases');
    end if;
    case the_kind
    when 'question' then
        update questions set held_at = since, held_reason = the_reason
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'answer' then
        update answers set held_at = since, held_reason = the_reason,
            helped_at = case when the_reason is null then helped_at end
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'copy' then
        update copies set held_at = since, held_reason = the_reason
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'good_practice' then
        update good_practices set held_at = since, held_reason = the_reason
        where id = the_id and state = 'published' and (held_at is null) = (the_reason is not null);
    end case;
    return found;
end $$;

-- A practice is published by another member than those who wrote it and who answer for it; nobody validates for someone else.
-- Words that change after that are unread again until another member found them good, and stay public with that reader's remark.
-- What is not in the list of who acts stays as it is.
create function guard_good_practice() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    held constant text[] := array['held_at', 'held_reason'];
    people constant text[] := array['author_id', 'contact_id', 'validated_by_id', 'changed_by_id'];
    words constant text[] := array['name', 'problem', 'approach', 'took', 'result', 'did_not_work', 'contact_id', 'updated_at',
        'version', 'changed_by_id', 'unread_since', 'remark'];
    me constant uuid := acting_member();
    is_reworded boolean;
    keeps boolean;
    takes_over boolean;
    reads boolean;
    free text[] := '{}';
begin
    if new.state <> 'published' then
        new.unread_since := null;
    end if;
    if acting_staff() is null then
        if acting_role() = 'worker' and tg_op = 'UPDATE'
            and to_jsonb(new) - 'confirmation_asked_on' is distinct from to_jsonb(old) - 'confirmation_asked_on' then
            perform refuse('good_practices_kept_by_author', 'the worker only notes that it asked');
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' and (new.held_at, new.held_reason) is distinct from (old.held_at, old.held_reason) then
        if not works_for_fund() or to_jsonb(new) - held is distinct from to_jsonb(old) - held then
            perform refuse('good_practices_held_by_fund', 'the fund holds back and releases, and changes nothing else by it');
        end if;
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.state not in ('draft', 'submitted') or new.author_id is distinct from me then
            perform refuse('good_practices_begin_with_author', 'a practice begins with its author');
        end if;
        if new.contact_id is not null and not is_colleague(new.contact_id) then
            perform refuse('good_practices_contact_is_colleague', 'only a colleague is the contact');
        end if;
        select m.organisation_name, m.is_fictional into new.organisation_name, new.is_fictional
        from network_members m where m.id = me;
        new.changed_by_id := new.author_id;
        new.validated_by_id := null;
        new.validated_at := null;
        new.remark := null;
        return new;
    end if;
    -- Of who is erased only the reference goes.
    if to_jsonb(new) - people = to_jsonb(old) - people
        and coalesce(new.author_id, old.author_id) is not distinct from old.author_id
        and coalesce(new.contact_id, old.contact_id) is not distinct from old.contact_id
        and coalesce(new.validated_by_id, old.validated_by_id) is not distinct from old.validated_by_id
        and coalesce(new.changed_by_id, old.changed_by_id) is not distinct from old.changed_by_id
        and not exists (select 1 from network_members m
            where (m.id = old.author_id and new.author_id is null) or (m.id = old.contact_id and new.contact_id is null)
                or (m.id = old.validated_by_id and new.validated_by_id is null)
                or (m.id = old.changed_by_id and new.changed_by_id is null)) then
        return new;
    end if;
    is_reworded := (new.name, new.problem, new.approach, new.took, new.result, new.did_not_work) is distinct from
        (old.name, old.problem, old.approach, old.took, old.result, old.did_not_work);
    if is_reworded then
        new.changed_by_id := me;
        if old.state = 'published' and new.state = 'published' then
            new.unread_since := coalesce(old.unread_since, new.unread_since, new.updated_at);
        end if;
    elsif new.changed_by_id is distinct from me then
        new.changed_by_id := old.changed_by_id;
    end if;
    if new.author_id is distinct from old.author_id then
        perform refuse('good_practices_begin_with_author', 'the author does not change');
    end if;
    keeps := coalesce(me = old.author_id, false) or coalesce(me = old.contact_id, false);
    takes_over := not keeps and works_for_fund() and not exists
        (select 1 from network_members m where m.id in (old.author_id, old.contact_id) and m.left_at is null);
    reads := me is not null and not keeps and me is distinct from old.changed_by_id
        and (old.state = 'submitted' or old.unread_since is not null);
    if (new.state is distinct from old.state and new.state in ('published', 'returned'))
        or (new.state = 'published' and old.unread_since is not null and new.unread_since is null) then
        if not reads or new.validated_by_id is distinct from me or (new.state = 'returned' and old.state <> 'submitted') then
            perform refuse('good_practices_second_member', 'a second member validates');
        end if;
        free := array['state', 'remark', 'validated_by_id', 'validated_at', 'unread_since', 'updated_at', 'version'];
        if old.state = 'submitted' and new.state = 'published' then
            free := free || array['confirmed_on'];
        end if;
    elsif keeps then
        free := words || array['state', 'confirmed_on', 'confirmation_asked_on'];
        if new.state is distinct from old.state and (old.state = 'retired' or (old.state = 'published' and new.state <> 'retired')) then
            perform refuse('good_practices_kept_by_author', 'what is public stays so until it is retired');
        end if;
    elsif takes_over then
        free := words;
    elsif reads and old.state = 'published' then
        -- Not good yet: it stays public and unread.
        free := array['remark', 'updated_at', 'version'];
    end if;
    if to_jsonb(new) - free is distinct from to_jsonb(old) - free
        or ((keeps or takes_over) and new.remark is not null and new.remark is distinct from old.remark) then
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
    if new.contact_id is not null and new.contact_id is distinct from old.contact_id and not is_colleague(new.contact_id) then
        perform refuse('good_practices_contact_is_colleague', 'only a colleague is the contact');
    end if;
    return new;
end $$;
create trigger good_practices_guard before insert or update on good_practices
    for each row execute function guard_good_practice();

-- One copies what others do: not what one wrote or answers for, and not of the own organisation. The name of what was copied is
-- kept, and of who copies it.
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

alter table network_members enable row level security;
-- Who no longer works with the service is not shown as someone to call.
create policy listed on network_members for select to doorwijzer_app using (is_listed and left_at is null
    and not exists (select 1 from staff_members s where s.id = staff_member_id and s.disabled_at is not null));
create policy fellow on network_members for select to doorwijzer_app
    using (left_at is null and (select acting_member()) is not null);
create policy own on network_members for select to doorwijzer_app using (staff_member_id = (select acting_staff()));
-- The fund runs the network: it organises meetings and must reach who comes.
create policy fund_sees on network_members for select to doorwijzer_app
    using (left_at is null and (select works_for_fund()));
create policy own_joins on network_members for insert to doorwijzer_app
    with check (staff_member_id = (select acting_staff()) and joined_by = 'self');
create policy own_changes on network_members for update to doorwijzer_app
    using (staff_member_id = (select acting_staff())) with check (staff_member_id = (select acting_staff()));
create policy own_goes on network_members for delete to doorwijzer_app using (staff_member_id = (select acting_staff()));
create policy worker on network_members for select to doorwijzer_app using ((select acting_role()) = 'worker');
create policy worker_tells on network_members for update to doorwijzer_app
    using (left_at is null and (select acting_role()) = 'worker') with check ((select acting_role()) = 'worker');
grant select, insert, update, delete on network_members to doorwijzer_app;
do $$
declare
    t text;
begin
    foreach t in array array['member_regions', 'member_bottlenecks'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy seen on %I for select to doorwijzer_app
            using (exists (select 1 from network_members m where m.id = member_id))', t);
        execute format('create policy written on %I for insert to doorwijzer_app with check
            (exists (select 1 from network_members m where m.id = member_id and m.staff_member_id = (select acting_staff())))', t);
        execute format('create policy removed on %I for delete to doorwijzer_app using
            (exists (select 1 from network_members m where m.id = member_id and m.staff_member_id = (select acting_staff())))', t);
        execute format('grant select, insert, delete on %I to doorwijzer_app', t);
    end loop;

    -- Meetings: any member organises; the organiser and the fund change. Everyone reads.
    alter table meetings enable row level security;
    create policy visible on meetings for select using (true);
    -- What members write is read by everyone, unless the fund holds it back: then by who wrote it and the fund.
    foreach t in array array['questions', 'answers', 'copies'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy visible on %I for select using (held_at is null)', t);
        execute format('create policy own_held on %I for select to doorwijzer_app
            using (held_at is not null and member_id = (select acting_member()))', t);
        execute format('create policy fund_sees_held on %I for select to doorwijzer_app
            using (held_at is not null and (select works_for_fund()))', t);
    end loop;
end $$;
create policy member_organises on meetings for insert to doorwijzer_app
    with check (organiser_id = (select acting_member()));
create policy organiser_changes on meetings for update to doorwijzer_app
    using (organiser_id = (select acting_member()) or (select works_for_fund()))
    with check (organiser_id = (select acting_member()) or (select works_for_fund()));
create policy fund_organises on meetings for insert to doorwijzer_app with check ((select works_for_fund()));
grant select, insert, update on meetings to doorwijzer_app;
create policy member_asks on questions for insert to doorwijzer_app with check (member_id = (select acting_member()));
create policy member_changes on questions for update to doorwijzer_app
    using (member_id = (select acting_member())) with check (member_id = (select acting_member()));
-- Who asked has left: the fund marks the answer that helped and closes the question.
create policy fund_takes_over on questions for update to doorwijzer_app
    using ((select works_for_fund()) and not exists
        (select 1 from network_members m where m.id = member_id and m.left_at is null))
    with check ((select works_for_fund()));
grant select, insert on questions to doorwijzer_app;
grant update (title, body, closed_at, version) on questions to doorwijzer_app;

create policy member_answers on answers for insert to doorwijzer_app
    with check (member_id = (select acting_member()) and helped_at is null);
create policy asker_marks on answers for update to doorwijzer_app using (exists
    (select 1 from questions q where q.id = question_id and q.member_id = (select acting_member())));
create policy fund_takes_over on answers for update to doorwijzer_app using ((select works_for_fund()) and exists
    (select 1 from questions q where q.id = question_id and not exists
        (select 1 from network_members m where m.id = q.member_id and m.left_at is null)));
grant select, insert on answers to doorwijzer_app;
grant update (helped_at) on answers to doorwijzer_app;

alter table meeting_signups enable row level security;
create policy own on meeting_signups to doorwijzer_app
    using (member_id = (select acting_member())) with check (member_id = (select acting_member()));
create policy organiser_sees on meeting_signups for select to doorwijzer_app
    using (exists (select 1 from meetings m where m.id = meeting_id
        and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
create policy worker_reminds on meeting_signups to doorwijzer_app using ((select acting_role()) = 'worker')
    with check ((select acting_role()) = 'worker');
grant select, insert on meeting_signups to doorwijzer_app;
grant update (state, signed_up_at, reminded_at) on meeting_signups to doorwijzer_app;
alter table meeting_actions enable row level security;
create policy member_reads on meeting_actions for select to doorwijzer_app
    using ((select acting_member()) is not null or (select works_for_fund()));
-- For who comes, or a colleague: nobody else finds it on the own list.
create policy organiser_writes on meeting_actions for insert to doorwijzer_app with check (exists
    (select 1 from meetings m where m.id = meeting_id
        and (m.organiser_id = (select acting_member()) or (select works_for_fund())))
    and (is_colleague(owner_id) or exists (select 1 from meeting_signups s
        where s.meeting_id = meeting_actions.meeting_id and s.member_id = owner_id and s.state <> 'cancelled')));
create policy owner_changes on meeting_actions for update to doorwijzer_app
    using (owner_id = (select acting_member()) or exists
        (select 1 from meetings m where m.id = meeting_id
            and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
grant select, insert on meeting_actions to doorwijzer_app;
grant update (sentence, due_on, done_on) on meeting_actions to doorwijzer_app;

alter table good_practices enable row level security;
create policy published on good_practices for select to doorwijzer_app using (state = 'published' and held_at is null);
create policy fund_sees_held on good_practices for select to doorwijzer_app
    using (held_at is not null and (select works_for_fund()));
create policy own on good_practices for select to doorwijzer_app
    using ((select acting_member()) in (author_id, contact_id, validated_by_id));
create policy member_validates on good_practices for select to doorwijzer_app
    using (state = 'submitted' and held_at is null and (select acting_member()) is not null);
create policy member_writes on good_practices for insert to doorwijzer_app with check (author_id = (select acting_member()));
create policy own_changes on good_practices for update to doorwijzer_app
    using (author_id = (select acting_member()) or contact_id = (select acting_member()));
create policy member_decides on good_practices for update to doorwijzer_app
    using ((state = 'submitted' or unread_since is not null) and (select acting_member()) is not null)
    with check (validated_by_id = (select acting_member()) or unread_since is not null);
-- Author and contact have both left: the fund names another contact.
create policy fund_sees on good_practices for select to doorwijzer_app
    using (state in ('published', 'retired') and (select works_for_fund()) and not exists
        (select 1 from network_members m where m.id in (author_id, contact_id) and m.left_at is null));
create policy fund_takes_over on good_practices for update to doorwijzer_app
    using (state in ('published', 'retired') and (select works_for_fund()) and not exists
        (select 1 from network_members m where m.id in (author_id, contact_id) and m.left_at is null))
    with check ((select works_for_fund()));
create policy worker_asks on good_practices for update to doorwijzer_app
    using (state = 'published' and (select acting_role()) = 'worker')
    with check (state = 'published' and (select acting_role()) = 'worker');
grant select, insert, update on good_practices to doorwijzer_app;

create policy member_copies on copies for insert to doorwijzer_app with check (member_id = (select acting_member()));
create policy own_changes on copies for update to doorwijzer_app
    using (member_id = (select acting_member())) with check (member_id = (select acting_member()));
create policy worker_asks on copies for update to doorwijzer_app using ((select acting_role()) = 'worker')
    with check ((select acting_role()) = 'worker');
grant select, insert on copies to doorwijzer_app;
grant update (intention, outcome, outcome_kind, outcome_on, outcome_asked_on, outcome_asks, version) on copies to doorwijzer_app;

do $$
declare
    t text;
begin
    foreach t in array array['toolbox_items', 'social_map_entries'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy visible on %I for select using (true)', t);
        -- Members of the region keep its toolbox and social map together.
        execute format('create policy region_writes on %I for insert to doorwijzer_app with check (member_id = (select acting_member())
            and exists (select 1 from member_regions r where r.member_id = (select acting_member()) and r.region_code = %I.region_code))', t, t);
        execute format('create policy region_changes on %I for update to doorwijzer_app using (exists
            (select 1 from member_regions r where r.member_id = (select acting_member()) and r.region_code = %I.region_code))
            with check (member_id = (select acting_member()))', t, t);
        execute format('create policy region_removes on %I for delete to doorwijzer_app using (exists
            (select 1 from member_regions r where r.member_id = (select acting_member()) and r.region_code = %I.region_code))', t, t);
        execute format('grant select, insert, update, delete on %I to doorwijzer_app', t);
    end loop;
    foreach t in array array['meeting_bottlenecks', 'question_bottlenecks', 'good_practice_regions',
        'good_practice_bottlenecks', 'good_practice_links'] loop
        execute format('alter table %I enable row level security', t);
    end loop;
    foreach t in array array['good_practice_regions', 'good_practice_bottlenecks', 'good_practice_links'] loop
        execute format('create policy seen on %I for select to doorwijzer_app
            using (exists (select 1 from good_practices g where g.id = good_practice_id))', t);
        execute format('create policy written on %I for insert to doorwijzer_app with check (exists
            (select 1 from good_practices g where g.id = good_practice_id
                and ((select acting_member()) in (g.author_id, g.contact_id) or (select works_for_fund()))))', t);
        execute format('create policy removed on %I for delete to doorwijzer_app using (exists
            (select 1 from good_practices g where g.id = good_practice_id
                and ((select acting_member()) in (g.author_id, g.contact_id) or (select works_for_fund()))))', t);
        execute format('grant select, insert, delete on %I to doorwijzer_app', t);
    end loop;
end $$;
create policy visible on meeting_bottlenecks for select using (true);
create policy written on meeting_bottlenecks for insert to doorwijzer_app with check (exists (select 1 from meetings m
    where m.id = meeting_id and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
create policy removed on meeting_bottlenecks for delete to doorwijzer_app using (exists (select 1 from meetings m
    where m.id = meeting_id and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
create policy visible on question_bottlenecks for select using (true);
create policy written on question_bottlenecks for insert to doorwijzer_app with check (exists (select 1 from questions q
    where q.id = question_id and q.member_id = (select acting_member())));
create policy removed on question_bottlenecks for delete to doorwijzer_app using (exists (select 1 from questions q
    where q.id = question_id and q.member_id = (select acting_member())));
grant select, insert, delete on meeting_bottlenecks, question_bottlenecks to doorwijzer_app;
do $$
declare
    t text;
begin
    foreach t in array array['network_members', 'member_regions', 'member_bottlenecks', 'meetings', 'meeting_bottlenecks',
        'questions', 'question_bottlenecks', 'answers', 'good_practices', 'good_practice_regions',
        'good_practice_bottlenecks', 'good_practice_links', 'copies', 'toolbox_items', 'social_map_entries',
        'meeting_signups'] loop
        perform raises_content_version(t);
    end loop;
end $$;
-- Who no longer works here is not listed any more.
create trigger staff_members_version after update of disabled_at on staff_members
    for each statement execute function raise_content_version();
revoke execute on function acting_member(), join_by_grant(uuid, uuid, timestamptz), next_meeting_signup(uuid, timestamptz), meeting_crowd(uuid[]), own_waiting_place(uuid),
    free_slug(text, text), is_colleague(uuid), take_back(text, uuid), hold_back(text, uuid, text, timestamptz) from public;
grant execute on function acting_member(), join_by_grant(uuid, uuid, timestamptz), next_meeting_signup(uuid, timestamptz), meeting_crowd(uuid[]), own_waiting_place(uuid),
    free_slug(text, text), is_colleague(uuid), take_back(text, uuid), hold_back(text, uuid, text, timestamptz) to doorwijzer_app;
