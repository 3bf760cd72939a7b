-- How staff sign in, who gives whom a role, and what is kept to stop guessing. Secrets are hashed, or sealed with a key that
-- the database does not have.

create table staff_accounts (
    staff_member_id uuid primary key references staff_members (id),
    password_hash text check (password_hash <> ''),
    password_changed_at timestamptz,
    totp_secret bytea,
    totp_key_id text,
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
    created_at timestamptz not null,
    version integer not null check (version > 0),
    check ((password_hash is null) = (password_changed_at is null)),
    check ((totp_secret is null) = (totp_key_id is null)),
    check (totp_confirmed_at is null or totp_secret is not null)
);
comment on table staff_accounts is 'Password (scrypt) and second factor (TOTP, sealed with a key outside the database) of a staff member.';

create table recovery_codes (
    id uuid primary key,
    staff_member_id uuid not null references staff_members (id),
    code_sha256 bytea not null check (octet_length(code_sha256) = 32),
    used_at timestamptz
);
comment on table recovery_codes is 'Codes for whoever lost the second factor; each works once and is stored hashed.';
create index recovery_codes_staff_member_id on recovery_codes (staff_member_id);

create table mail_links (
    token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
    purpose text not null check (purpose in ('invitation', 'password_reset', 'candidate_sign_in', 'candidate_registration',
        'candidate_mail_change', 'practice_answer')),
    staff_member_id uuid references staff_members (id),
    candidate_id uuid references candidates (id),
    proposal_id uuid references proposals (id),
    mail text,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    used_at timestamptz,
    check (num_nonnulls(staff_member_id, candidate_id, proposal_id, mail)
        = case purpose when 'candidate_mail_change' then 2 else 1 end),
    check ((staff_member_id is not null) = (purpose in ('invitation', 'password_reset'))),
    check ((candidate_id is not null) = (purpose in ('candidate_sign_in', 'candidate_mail_change'))),
    check ((proposal_id is not null) = (purpose = 'practice_answer')),
    check ((mail is not null) = (purpose in ('candidate_registration', 'candidate_mail_change')))
);
comment on table mail_links is 'Links that were mailed, by the hash of their token: one purpose, one use, an end. Opening one uses nothing.';
create index mail_links_staff_member_id on mail_links (staff_member_id);
create index mail_links_candidate_id on mail_links (candidate_id);
create index mail_links_proposal_id on mail_links (proposal_id);
create index mail_links_mail on mail_links (lower(mail)) where mail is not null;
create index mail_links_expires_at on mail_links (expires_at);

create table sign_in_failures (
    kind text not null check (kind in ('password', 'second_factor', 'address', 'password_reset', 'candidate_sign_in',
        'candidate_registration', 'candidate_mail_change', 'team_sends_link')),
    key bytea not null check (octet_length(key) = 32),
    failed_at timestamptz not null
);
comment on table sign_in_failures is 'Wrong guesses by keyed hash of account or address, to stop guessing across restarts; gone after a day.';
create index sign_in_failures_key on sign_in_failures (kind, key, failed_at);
create index sign_in_failures_failed_at on sign_in_failures (failed_at);

create table account_events (
    id uuid primary key,
    staff_member_id uuid not null references staff_members (id),
    actor_id uuid references staff_members (id),
    happened_at timestamptz not null,
    kind text not null check (kind ~ '^[a-z_]+$'),
    facts jsonb not null
);
comment on table account_events is 'What happened to an account, append-only: invited, role given, signed in, second factor set, disabled.';
create index account_events_staff_member_id on account_events (staff_member_id, happened_at desc);
create index account_events_actor_id on account_events (actor_id);

create table oidc_providers (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    name text not null check (name <> ''),
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    issuer text not null unique check (issuer <> ''),
    client_id text not null check (client_id <> ''),
    secret_name text not null check (secret_name ~ '^[A-Z][A-Z0-9_]*$'),
    is_enabled boolean not null
);
comment on table oidc_providers is 'Where staff of an organisation may sign in; the client secret is a setting, known here by name only.';
create index oidc_providers_organisation_id on oidc_providers (organisation_id);

-- How a session was begun: those of a provider end when it is closed, and none begins while that happens.
alter table sessions add column provider_id uuid references oidc_providers (id);
create index sessions_provider_id on sessions (provider_id);
create function guard_session_provider() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform 1 from oidc_providers where id = new.provider_id and is_enabled for share;
    if not found then
        perform refuse('sessions_provider_open', 'the provider was closed');
    end if;
    return new;
end $$;
create trigger sessions_provider_open before insert on sessions
    for each row when (new.provider_id is not null) execute function guard_session_provider();
create function end_provider_sessions() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    delete from sessions where provider_id = new.id;
    return null;
end $$;
create trigger oidc_providers_closed after update of is_enabled on oidc_providers
    for each row when (old.is_enabled and not new.is_enabled) execute function end_provider_sessions();

create table oidc_subjects (
    provider_id uuid not null references oidc_providers (id),
    subject text not null check (subject <> '' and length(subject) <= 255),
    staff_member_id uuid not null references staff_members (id),
    linked_at timestamptz not null,
    primary key (provider_id, subject),
    unique (staff_member_id, provider_id)
);
comment on table oidc_subjects is 'Who someone is at a provider: by issuer and subject, never by mail address.';

create table oidc_attempts (
    state_sha256 bytea primary key check (octet_length(state_sha256) = 32),
    provider_id uuid not null references oidc_providers (id),
    browser_sha256 bytea not null check (octet_length(browser_sha256) = 32),
    linking_staff_member_id uuid references staff_members (id),
    nonce text not null,
    code_verifier text not null,
    return_path text not null,
    subject text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check (subject is null or (used_at is not null and linking_staff_member_id is not null))
);
comment on table oidc_attempts is 'Sign-ins on their way to a provider and back, bound to one browser; each is used once.';
create index oidc_attempts_provider_id on oidc_attempts (provider_id);
create index oidc_attempts_linking_staff_member_id on oidc_attempts (linking_staff_member_id);
create index oidc_attempts_expires_at on oidc_attempts (expires_at);

-- Whether the person who acts administers this organisation; with null: everything, as the fund does. It looks at the roles
-- that were given, not at what the transaction says of itself.
create function administers(the_organisation uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select exists (select 1 from staff_roles r join staff_members m on m.id = r.staff_member_id
        where r.staff_member_id = acting_staff() and m.disabled_at is null
            and (r.role = 'fund_administrator'
                or (r.role = 'organisation_administrator' and r.organisation_id = the_organisation)))
$$;
create function may_give_role(the_role text, the_team uuid, the_organisation uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select case
        when the_role = 'coordinator' then administers((select organisation_id from teams where id = the_team))
        when the_role in ('organisation_administrator', 'project_leader') then administers(the_organisation)
        else administers(null) end
$$;

-- Colleagues note who is away; address, organisation and the end of an account are an administrator's.
create function guard_staff_member() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    if row_security_active(tg_relid) and (new.organisation_id, new.mail, new.disabled_at, new.is_fictional)
        is distinct from (old.organisation_id, old.mail, old.disabled_at, old.is_fictional)
        and not administers(case when exists (select 1 from staff_roles
            where staff_member_id = old.id and role in ('fund', 'fund_administrator')) then null else old.organisation_id end) then
        perform refuse('staff_members_administered', 'only an administrator changes this');
    end if;
    return new;
end $$;
create trigger staff_members_guard before update on staff_members for each row execute function guard_staff_member();

create policy own on staff_members for update to doorwijzer_app using (id = (select acting_staff()));
create policy administrator on staff_members for update to doorwijzer_app using (administers(organisation_id))
    with check (administers(organisation_id));
create policy administrator_adds on staff_members for insert to doorwijzer_app with check (administers(organisation_id));
grant insert, update (name, mail, phone, absent_until, stand_in_id, disabled_at) on staff_members to doorwijzer_app;

alter table staff_roles enable row level security;
create policy visible on staff_roles for select using (true);
-- Nobody gives a role to themselves: whoever administers would see every file with one click.
create policy administrator_gives on staff_roles for insert to doorwijzer_app
    with check (may_give_role(role, team_id, organisation_id) and staff_member_id is distinct from (select acting_staff()));
create policy administrator_takes on staff_roles for delete to doorwijzer_app
    using (may_give_role(role, team_id, organisation_id));
grant insert, delete on staff_roles to doorwijzer_app;

-- Organisations and the regions they work in are added by the fund, teams in those regions by whoever administers the
-- organisation: a team in a region opens what is referred to that region.
alter table organisations enable row level security;
create policy visible on organisations for select using (true);
create policy fund_adds on organisations for insert to doorwijzer_app with check (administers(null));
alter table teams enable row level security;
create policy visible on teams for select using (true);
create policy administrator_adds on teams for insert to doorwijzer_app
    with check (administers(null) or (administers(organisation_id) and exists (select 1 from organisation_regions r
        where r.organisation_id = teams.organisation_id and r.region_code = teams.region_code)));
alter table organisation_regions enable row level security;
create policy visible on organisation_regions for select using (true);
create policy administrator_adds on organisation_regions for insert to doorwijzer_app
    with check (administers(null));
grant insert on organisations, teams, organisation_regions to doorwijzer_app;

-- Giving away the last administrator's role would lock everyone out.
create function guard_last_administrator() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('staff_roles', 0));
    if old.role = 'fund_administrator' and not exists (select 1 from staff_roles where role = 'fund_administrator') then
        perform refuse('staff_roles_last_administrator', 'someone must be left who administers');
    end if;
    return null;
end $$;
create trigger staff_roles_last_administrator after delete on staff_roles
    for each row execute function guard_last_administrator();

do $$
declare
    t text;
begin
    foreach t in array array['staff_accounts', 'recovery_codes'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I to doorwijzer_app using (staff_member_id = (select acting_staff()))
            with check (staff_member_id = (select acting_staff()))', t);
    end loop;
    -- Signing in happens before anyone acts: whoever does has no business with tokens of others.
    foreach t in array array['sessions', 'mail_links', 'oidc_attempts', 'sign_in_failures'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy before_acting on %I to doorwijzer_app
            using ((select nobody_acts())) with check ((select nobody_acts()))', t);
    end loop;
end $$;
create policy own on sessions for select to doorwijzer_app using (candidate_id = (select acting_candidate()));
-- A person, in no role, sees and ends the own sessions, and goes on in another role; begun they are by the sign-in.
create policy person_sees on sessions for select to doorwijzer_app using (staff_member_id = (select acting_person()));
create policy person_changes on sessions for update to doorwijzer_app using (staff_member_id = (select acting_person()));
create policy person_ends on sessions for delete to doorwijzer_app using (staff_member_id = (select acting_person()));
create policy person_sees on mail_links for select to doorwijzer_app using (staff_member_id = (select acting_person()));
create policy person_uses on mail_links for update to doorwijzer_app using (staff_member_id = (select acting_person()));
create policy person on oidc_attempts to doorwijzer_app using (linking_staff_member_id = (select acting_person()))
    with check (linking_staff_member_id = (select acting_person()));
-- An administrator ends the sessions and links of the own people, while administering and not while working on cases.
create policy administrator_sees on sessions for select to doorwijzer_app using ((select acting_team()) is null
    and exists (select 1 from staff_members m where m.id = staff_member_id and administers(m.organisation_id)));
create policy administrator_ends on sessions for delete to doorwijzer_app using ((select acting_team()) is null
    and exists (select 1 from staff_members m where m.id = staff_member_id and administers(m.organisation_id)));
create policy administrator_sees on mail_links for select to doorwijzer_app using ((select acting_team()) is null
    and exists (select 1 from staff_members m where m.id = staff_member_id and administers(m.organisation_id)));
create policy administrator_ends on mail_links for update to doorwijzer_app using ((select acting_team()) is null
    and exists (select 1 from staff_members m where m.id = staff_member_id and administers(m.organisation_id)));
alter table account_events enable row level security;
create policy seen on account_events for select to doorwijzer_app
    using (staff_member_id = (select acting_staff())
        or exists (select 1 from staff_members m where m.id = staff_member_id and administers(m.organisation_id)));
create policy written on account_events for insert to doorwijzer_app
    with check ((select nobody_acts()) or staff_member_id = (select acting_staff())
        or exists (select 1 from staff_members m where m.id = staff_member_id and administers(m.organisation_id)));
alter table oidc_subjects enable row level security;
create policy own on oidc_subjects to doorwijzer_app using (staff_member_id = (select acting_staff()))
    with check (staff_member_id = (select acting_staff()) and exists (select 1 from oidc_providers p
        join staff_members m on m.organisation_id = p.organisation_id where p.id = provider_id and m.id = staff_member_id));
-- Whom an open provider means: answers only whoever knows the subject, before anyone acts.
create function oidc_staff_member(the_provider uuid, the_subject text) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select s.staff_member_id from oidc_subjects s join oidc_providers p on p.id = s.provider_id
    join staff_members m on m.id = s.staff_member_id and m.organisation_id = p.organisation_id
    where s.provider_id = the_provider and s.subject = the_subject and p.is_enabled and nobody_acts()
$$;

-- What an administrator may know of an account: whether it is in use, never its secrets.
create view staff_account_states with (security_barrier) as
    select m.id as staff_member_id, a.password_hash is not null as has_password,
        a.totp_confirmed_at is not null as has_second_factor,
        (select max(s.last_seen_at) from sessions s where s.staff_member_id = m.id) as last_seen_at
    from staff_members m
    left join staff_accounts a on a.staff_member_id = m.id
    where administers(m.organisation_id) or m.id = acting_staff();
comment on view staff_account_states is 'Whether an account is in use, for administrators and the person self.';

-- Anyone who acts may cause a message; only the worker reads what waits, and a team what failed.
alter table outbox enable row level security;
create policy caused on outbox for insert to doorwijzer_app with check (true);
create policy worker on outbox to doorwijzer_app using ((select acting_role()) = 'worker') with check ((select acting_role()) = 'worker');
create policy own_team on outbox for select to doorwijzer_app using (team_id = (select acting_team()));

grant select, insert, update on staff_accounts, recovery_codes to doorwijzer_app;
grant delete on recovery_codes to doorwijzer_app;
grant select, insert, delete, update (used_at) on mail_links to doorwijzer_app;
grant select, insert, delete on sign_in_failures to doorwijzer_app;
grant select, insert on account_events to doorwijzer_app;
grant select on oidc_providers to doorwijzer_app;
grant select, insert, delete on oidc_subjects to doorwijzer_app;
grant select, insert, delete, update (used_at, subject) on oidc_attempts to doorwijzer_app;
grant select on staff_account_states to doorwijzer_app;
grant select, insert, delete on outbox to doorwijzer_app;
grant update (attempts, available_at, sent_at, failed_at) on outbox to doorwijzer_app;
revoke execute on function administers(uuid), may_give_role(text, uuid, uuid), oidc_staff_member(uuid, text) from public;
grant execute on function administers(uuid), may_give_role(text, uuid, uuid), oidc_staff_member(uuid, text) to doorwijzer_app;
