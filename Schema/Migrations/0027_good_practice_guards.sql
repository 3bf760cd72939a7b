-- Who may change what of a good practice. It is published by another member than those who wrote it and who answer for it; nobody
-- validates for someone else. Words that change after that are unread again until another member found them good, and stay
-- public with that reader's remark. Each step names the columns that it may change; everything else stays as it is.

-- Only what is published waits to be read again.
create function forget_unread_words() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.unread_since := null;
    return new;
end $$;
create trigger good_practices_forget_unread before insert or update on good_practices
    for each row when (new.state <> 'published' and new.unread_since is not null) execute function forget_unread_words();

-- Changed words carry the name of whoever changed them, and are unread when they are public. Fires before the guards, which
-- look at what it makes (triggers fire in the order of their names).
create function sign_changed_words() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.changed_by_id := acting_member();
    if old.state = 'published' and new.state = 'published' then
        new.unread_since := coalesce(old.unread_since, new.unread_since, new.updated_at);
    end if;
    return new;
end $$;
create trigger good_practices_changed_words before update on good_practices
    for each row when (acting_staff() is not null
        and (old.name, old.problem, old.approach, old.took, old.result, old.did_not_work)
            is distinct from (new.name, new.problem, new.approach, new.took, new.result, new.did_not_work))
    execute function sign_changed_words();

-- The begin: by its author, for the author's organisation, and read by nobody yet.
create function guard_new_good_practice() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.state not in ('draft', 'submitted') or new.author_id is distinct from acting_member() then
        perform refuse('good_practices_begin_with_author', 'a practice begins with its author');
    end if;
    if new.contact_id is not null and not is_colleague(new.contact_id) then
        perform refuse('good_practices_contact_is_colleague', 'only a colleague is the contact');
    end if;
    select m.organisation_name, m.is_fictional into new.organisation_name, new.is_fictional
    from network_members m where m.id = new.author_id;
    new.changed_by_id := new.author_id;
    new.validated_by_id := null;
    new.validated_at := null;
    new.remark := null;
    return new;
end $$;
create trigger good_practices_guard_begin before insert on good_practices
    for each row when (acting_staff() is not null) execute function guard_new_good_practice();

-- The worker notes that it asked whether a practice still holds.
create function guard_asked_good_practice() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest good_practices := new;
begin
    rest.confirmation_asked_on := old.confirmation_asked_on;
    if rest is distinct from old then
        perform refuse('good_practices_kept_by_author', 'the worker only notes that it asked');
    end if;
    return new;
end $$;
create trigger good_practices_guard_asking before update on good_practices
    for each row when (acting_staff() is null and acting_role() = 'worker') execute function guard_asked_good_practice();

-- The fund holds back and releases.
create function guard_held_good_practice() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest good_practices := new;
begin
    rest.held_at := old.held_at;
    rest.held_reason := old.held_reason;
    if not works_for_fund() or rest is distinct from old then
        perform refuse('good_practices_held_by_fund', 'the fund holds back and releases, and changes nothing else by it');
    end if;
    return new;
end $$;
create trigger good_practices_guard_holding before update on good_practices
    for each row when (acting_staff() is not null
        and (old.held_at, old.held_reason) is distinct from (new.held_at, new.held_reason))
    execute function guard_held_good_practice();

-- Who the person who acts is to a practice. Author and contact keep it; the fund takes over when both have left; another member
-- than those and whoever wrote the words last reads what waits to be read.
create function keeps_good_practice(g good_practices) returns boolean
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(acting_member() in (g.author_id, g.contact_id), false)
$$;
create function takes_over_good_practice(g good_practices) returns boolean
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select works_for_fund() and not exists
        (select 1 from network_members m where m.id in (g.author_id, g.contact_id) and m.left_at is null)
$$;
create function reads_good_practice(g good_practices) returns boolean
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select acting_member() is not null and not keeps_good_practice(g) and acting_member() is distinct from g.changed_by_id
        and (g.state = 'submitted' or g.unread_since is not null)
$$;

-- Of a person who is erased only the reference goes.
create function only_forgets_people(was good_practices, becomes good_practices) returns boolean
    language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest good_practices := becomes;
begin
    rest.author_id := was.author_id;
    rest.contact_id := was.contact_id;
    rest.validated_by_id := was.validated_by_id;
    rest.changed_by_id := was.changed_by_id;
    return rest is not distinct from was and not exists (
        select 1 from (values (was.author_id, becomes.author_id), (was.contact_id, becomes.contact_id),
            (was.validated_by_id, becomes.validated_by_id), (was.changed_by_id, becomes.changed_by_id)) as p (before, after)
        where p.after is distinct from p.before
            and (p.after is not null or exists (select 1 from network_members m where m.id = p.before)));
end $$;

-- The second reader publishes, returns, or finds changed words good.
create function guard_second_reading(was good_practices, becomes good_practices) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest good_practices := becomes;
begin
    if not reads_good_practice(was) or becomes.validated_by_id is distinct from acting_member()
        or (becomes.state = 'returned' and was.state <> 'submitted') then
        perform refuse('good_practices_second_member', 'a second member validates');
    end if;
    rest.state := was.state;
    rest.remark := was.remark;
    rest.validated_by_id := was.validated_by_id;
    rest.validated_at := was.validated_at;
    rest.unread_since := was.unread_since;
    rest.updated_at := was.updated_at;
    rest.version := was.version;
    if was.state = 'submitted' and becomes.state = 'published' then
        rest.confirmed_on := was.confirmed_on;
    end if;
    if rest is distinct from was then
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
end $$;

-- The second reader says why changed words are not good yet: they stay public and unread.
create function guard_reading_remark(was good_practices, becomes good_practices) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest good_practices := becomes;
begin
    rest.remark := was.remark;
    rest.updated_at := was.updated_at;
    rest.version := was.version;
    if rest is distinct from was then
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
end $$;

-- What author, contact, and the fund in their place write. The reader's remark goes when they write, and is never theirs; nobody
-- signs for someone else.
create function guard_written_words(was good_practices, becomes good_practices) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest good_practices := becomes;
begin
    rest.name := was.name;
    rest.problem := was.problem;
    rest.approach := was.approach;
    rest.took := was.took;
    rest.result := was.result;
    rest.did_not_work := was.did_not_work;
    rest.contact_id := was.contact_id;
    rest.updated_at := was.updated_at;
    rest.version := was.version;
    rest.unread_since := was.unread_since;
    if becomes.changed_by_id is not distinct from acting_member() then
        rest.changed_by_id := was.changed_by_id;
    end if;
    if becomes.remark is null then
        rest.remark := was.remark;
    end if;
    if rest is distinct from was then
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
    if becomes.contact_id is not null and becomes.contact_id is distinct from was.contact_id
        and not is_colleague(becomes.contact_id) then
        perform refuse('good_practices_contact_is_colleague', 'only a colleague is the contact');
    end if;
end $$;

-- Author and contact also submit, take back what is not public yet, retire, and confirm that it still holds.
create function guard_keeping(was good_practices, becomes good_practices) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest good_practices := becomes;
begin
    if becomes.state is distinct from was.state
        and (was.state = 'retired' or (was.state = 'published' and becomes.state <> 'retired')) then
        perform refuse('good_practices_kept_by_author', 'what is public stays so until it is retired');
    end if;
    rest.state := was.state;
    rest.confirmed_on := was.confirmed_on;
    rest.confirmation_asked_on := was.confirmation_asked_on;
    perform guard_written_words(was, rest);
end $$;

-- What a person changes is one step, and that step is theirs.
create function guard_good_practice() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if only_forgets_people(old, new) then
        return new;
    end if;
    if new.author_id is distinct from old.author_id then
        perform refuse('good_practices_begin_with_author', 'the author does not change');
    end if;
    if (new.state is distinct from old.state and new.state in ('published', 'returned'))
        or (new.state = 'published' and old.unread_since is not null and new.unread_since is null) then
        perform guard_second_reading(old, new);
    elsif keeps_good_practice(old) then
        perform guard_keeping(old, new);
    elsif takes_over_good_practice(old) then
        perform guard_written_words(old, new);
    elsif reads_good_practice(old) and old.state = 'published' then
        perform guard_reading_remark(old, new);
    else
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
    return new;
end $$;
create trigger good_practices_guard_step before update on good_practices
    for each row when (acting_staff() is not null
        and (old.held_at, old.held_reason) is not distinct from (new.held_at, new.held_reason))
    execute function guard_good_practice();

revoke execute on function keeps_good_practice(good_practices), takes_over_good_practice(good_practices),
    reads_good_practice(good_practices), only_forgets_people(good_practices, good_practices),
    guard_second_reading(good_practices, good_practices), guard_reading_remark(good_practices, good_practices),
    guard_written_words(good_practices, good_practices), guard_keeping(good_practices, good_practices) from public;
