-- Places that a practice offered without an account: who offered, and what a team did with the offer. The place itself is a
-- draft without a team. Whom to call stays apart from the practice's contacts until a team has spoken to them.

create table place_offers (
    training_place_id uuid primary key references training_places (id),
    region_code text not null references regions (code),
    contact_name text not null check (contact_name <> ''),
    mail text not null check (mail <> ''),
    phone text not null check (phone <> ''),
    offered_at timestamptz not null,
    handled_at timestamptz,
    handled_by_id uuid references staff_members (id),
    closed_reason text check (closed_reason in ('duplicate', 'mistake', 'unreachable', 'withdrawn', 'unsuitable')),
    check ((handled_at is null) = (handled_by_id is null)),
    check (closed_reason is null or handled_at is not null)
);
comment on table place_offers is 'Training places offered by practices without an account, and how the region handled them.';
create index place_offers_region_code on place_offers (region_code, offered_at, training_place_id);
create index place_offers_handled_by_id on place_offers (handled_by_id);
create index place_offers_mail on place_offers (lower(mail), offered_at);

alter table place_offers enable row level security;
create policy own_region on place_offers for select to doorwijzer_app using (region_code = (select acting_region()));
create policy offered on place_offers for insert to doorwijzer_app with check (region_code = (select acting_region()));
create policy handled on place_offers for update to doorwijzer_app
    using (region_code = (select acting_region()) and (select acting_team()) is not null)
    with check (region_code = (select acting_region()));
grant select, insert on place_offers to doorwijzer_app;
grant update (handled_at, handled_by_id, closed_reason) on place_offers to doorwijzer_app;

-- Nobody needs an account to offer, so a flood is stopped here: per region in an hour, per mail address in a day and over
-- all regions. The lock makes offers wait for each other, so that two cannot both be the last one allowed.
create function guard_place_offer() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('place_offers', 0));
    if (select count(*) from place_offers
        where region_code = new.region_code and offered_at > new.offered_at - interval '1 hour') >= 20 then
        perform refuse('place_offers_per_region', 'too many offers in this region');
    end if;
    if (select count(*) from place_offers
        where lower(mail) = lower(new.mail) and offered_at > new.offered_at - interval '1 day') >= 5 then
        perform refuse('place_offers_per_mail', 'too many offers from this mail address');
    end if;
    return new;
end $$;
create trigger place_offers_guard before insert on place_offers for each row execute function guard_place_offer();
