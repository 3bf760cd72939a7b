-- What a plain constraint cannot say. Each guard runs as the owner (row-level security would blind it), locks the parent
-- row first (order: case, place, seat) and answers with an error that carries a constraint name.

create function refuse(name text, message text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'DW001', constraint = name, message = message;
end $$;

-- Time comes from the application, but what reaches over the walls by time believes nobody who says it is later than it is.
create table clock_tolerance (
    is_only boolean primary key check (is_only),
    ahead interval not null check (ahead >= interval '0')
);
comment on table clock_tolerance is 'How far the application''s clock may run ahead of the database''s; one row.';
insert into clock_tolerance (is_only, ahead) values (true, interval '5 minutes');
create function latest_moment() returns timestamptz
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    return now() + (select ahead from clock_tolerance);
create function guard_moment(moment timestamptz, due date) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    if moment > latest_moment() then
        perform refuse('moment_to_come', 'this moment is yet to come');
    end if;
    if due < (moment at time zone 'Europe/Amsterdam')::date or due > (moment at time zone 'Europe/Amsterdam')::date + 62 then
        perform refuse('due_out_of_reach', 'a due date lies within two months');
    end if;
end $$;

-- A guard runs before the policies do, and answers differently for what it finds. Whoever writes for another team is
-- stopped before that, so that no answer tells anything of a row behind the walls. Runs as the caller on purpose. What a
-- candidate does with the own file is an event of the team that has it.
create function guard_own_team() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    if row_security_active(tg_relid) and new.team_id is distinct from acting_team() then
        if tg_table_name = 'case_events' and acting_candidate() is not null then
            perform 1 from case_files
                where id = new.case_id and team_id = new.team_id and candidate_id = acting_candidate();
            if found then
                return new;
            end if;
        end if;
        perform refuse('acting_team', 'only for the own team');
    end if;
    return new;
end $$;

-- A case begins as registered with the team that opened it; after that its previous state is what it really was.
create function guard_case_state() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        if (new.origin_team_id, new.origin_region_code) is distinct from (new.team_id, new.region_code)
            or not exists (select 1 from teams where id = new.team_id and region_code = new.region_code) then
            perform refuse('case_files_begin_at_home', 'a case begins with its own team, in the region of that team');
        end if;
        new.previous_state := null;
        return new;
    end if;
    new.previous_state := case when new.state is distinct from old.state then old.state else old.previous_state end;
    if new.state in ('placed', 'started') and (new.state, new.placed_proposal_id, new.route, new.kind)
        is distinct from (old.state, old.placed_proposal_id, old.route, old.kind) then
        perform guard_placement(new.id, new.placed_proposal_id, new.route, new.kind);
    end if;
    if new.state = 'completed' and (new.placed_proposal_id, new.route, new.kind)
        is distinct from (old.placed_proposal_id, old.route, old.kind) then
        perform refuse('case_files_completed_as_placed', 'a case is completed with the placement it had');
    end if;
    if new.withdrawal_reason = 'unreachable' and old.withdrawal_reason is distinct from 'unreachable' then
        if (select count(*) < 3 or max(contacted_at) - min(contacted_at) < interval '21 days'
            from case_contacts
            where case_id = new.id and party = 'candidate' and not was_reached
                and contacted_at > coalesce((select max(r.contacted_at) from case_contacts r
                    where r.case_id = new.id and r.party = 'candidate' and r.was_reached), '-infinity')) then
            perform refuse('case_files_unreachable', 'three tries over 21 days are needed');
        end if;
    end if;
    return new;
end $$;

-- Nobody is placed on a BOL or BBL place without recognition that is valid on the start date (DOMAIN 4).
create function guard_placement(the_case uuid, the_proposal uuid, the_route text, the_kind text) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    part record;
begin
    perform 1 from proposals where id = the_proposal and case_id = the_case and state = 'agreed' for update;
    if not found then
        perform refuse('case_files_placed_has_agreed_proposal', 'the proposal is not agreed');
    end if;
    for part in
        select p.id, p.starts_on, p.weekdays, p.ends_on, p.seat_id, t.id as place_id, t.practice_id, t.crebo, t.kind
        from placement_parts p
        join training_places t on t.id = p.training_place_id
        where p.proposal_id = the_proposal
        order by t.id
        for share of t
    loop
        if the_route in ('bol', 'bbl') and part.kind in ('placement', 'learning_job') then
            perform 1 from practice_recognitions
                where practice_id = part.practice_id and crebo = part.crebo and state = 'recognised'
                    and (valid_until is null or valid_until >= part.starts_on)
                for share;
            if not found then
                perform refuse('case_files_placed_needs_recognition', 'no recognition valid on the start date');
            end if;
        end if;
        if exists (
            select 1 from generate_series(1, 7) as d
            where part.weekdays & (1 << (d - 1)) <> 0 and not exists (
                select 1 from seat_occupations o
                where o.proposal_id = the_proposal and o.seat_id = part.seat_id and o.weekday = d
                    and o.state = 'taken' and o.period @> daterange(part.starts_on, part.ends_on))) then
            perform refuse('case_files_placed_has_seat', 'the seat is not taken for this placement');
        end if;
    end loop;
    if not found then
        perform refuse('case_files_placed_has_parts', 'the placement has no parts');
    end if;
end $$;

create trigger case_files_state before insert or update on case_files
    for each row execute function guard_case_state();

-- The stall clock writes itself: a change of state, owner or due date ends a span and begins the next. A new team comes with
-- a new state (hand_over); until then the sender had the case.
create function log_case_span() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        if (new.state, new.owner, new.due_on) is not distinct from (old.state, old.owner, old.due_on) then
            return null;
        end if;
        update case_spans set until_at = greatest(new.state_since, from_at) where case_id = new.id and until_at is null;
    end if;
    if new.closed_at is null then
        insert into case_spans (case_id, team_id, holder_team_id, state, owner, due_on, from_at)
        values (new.id, new.team_id, new.team_id, new.state, new.owner, new.due_on, new.state_since);
    end if;
    return null;
end $$;
create trigger case_files_span after insert or update on case_files
    for each row execute function log_case_span();

-- When a case leaves the states in which others are asked, what is still open is taken back and its seats are free.
create function close_what_was_asked() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.state in ('searching', 'withdrawn', 'stopped') and old.state is distinct from new.state then
        update proposals set state = 'withdrawn', version = version + 1
            where case_id = new.id and state in ('open', 'interview', 'agreed');
        update referrals set state = 'withdrawn', answered_at = new.state_since, version = version + 1
            where case_id = new.id and state = 'open';
    end if;
    return null;
end $$;
create trigger case_files_close after update of state on case_files
    for each row execute function close_what_was_asked();

-- Events are numbered per case, without gaps to race for.
create function number_case_event() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform 1 from case_files where id = new.case_id for no key update;
    new.sequence := (select coalesce(max(sequence), 0) + 1 from case_events where case_id = new.case_id);
    return new;
end $$;
create trigger case_events_acting before insert on case_events
    for each row execute function guard_own_team();
create trigger case_events_number before insert on case_events
    for each row execute function number_case_event();

-- At most three open proposals for one case; the answer of a practice is final.
create function guard_proposal() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        perform 1 from case_files
            where id = new.case_id and team_id = new.team_id and state in ('searching', 'proposed', 'interview')
            for update;
        if not found then
            perform refuse('proposals_case_asks', 'the case does not look for a place now');
        end if;
        if (select count(*) from proposals where case_id = new.case_id and state in ('open', 'interview', 'agreed')) >= 3 then
            perform refuse('proposals_at_most_three', 'a case has at most three open proposals');
        end if;
        if new.state <> 'open' then
            perform refuse('proposals_begin_open', 'a proposal begins open');
        end if;
        perform 1 from training_places
            where id = new.training_place_id and practice_id = new.practice_id
                and (state = 'open' or new.is_own_place)
            for share;
        if not found then
            perform refuse('proposals_place_open', 'the place is not open');
        end if;
        return new;
    end if;
    if new.state is distinct from old.state and not (
        (old.state = 'open' and new.state in ('interview', 'agreed', 'declined', 'not_now', 'lapsed', 'withdrawn'))
        or (old.state = 'interview' and new.state in ('agreed', 'declined', 'not_now', 'lapsed', 'withdrawn'))
        or (old.state = 'agreed' and new.state in ('declined', 'withdrawn'))) then
        perform refuse('proposals_transition', 'an answered proposal stays answered');
    end if;
    if old.state = 'agreed' and new.state <> 'agreed'
        and exists (select 1 from case_files where id = new.case_id and placed_proposal_id = new.id and state in ('placed', 'started')) then
        perform refuse('proposals_placed', 'the candidate is placed on this proposal');
    end if;
    return new;
end $$;
create trigger proposals_acting before insert on proposals
    for each row execute function guard_own_team();
create trigger proposals_guard before insert or update on proposals
    for each row execute function guard_proposal();

-- Parts are written with their proposal and never change.
create function guard_part() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform 1 from case_files c join proposals p on p.case_id = c.id
        where p.id = new.proposal_id and p.team_id = new.team_id for update of c;
    if not exists (select 1 from proposals where id = new.proposal_id and team_id = new.team_id and state = 'open') then
        perform refuse('placement_parts_open', 'the proposal is not open');
    end if;
    perform 1 from training_places t join proposals p on p.id = new.proposal_id
        where t.id = new.training_place_id and (t.state = 'open' or p.is_own_place)
        for share of t;
    if not found then
        perform refuse('proposals_place_open', 'the place is not open');
    end if;
    return new;
end $$;
create trigger placement_parts_acting before insert on placement_parts
    for each row execute function guard_own_team();
create trigger placement_parts_guard before insert on placement_parts
    for each row execute function guard_part();

-- A live proposal holds all its parts or none, seen at the end of the transaction that writes it, adds a part or gives a
-- seat back. The case is locked, so that a part and a release cannot miss each other.
create function check_proposal_holds(the_proposal uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform 1 from case_files c join proposals p on p.case_id = c.id
        where p.id = the_proposal and p.state in ('open', 'interview', 'agreed')
        for update of c;
    if not found then
        return;
    end if;
    if exists (select 1 from proposals where id = the_proposal and state in ('open', 'interview', 'agreed')) and (
        not exists (select 1 from placement_parts where proposal_id = the_proposal)
        or exists (
            select 1 from placement_parts p cross join generate_series(1, 7) as d
            where p.proposal_id = the_proposal and p.weekdays & (1 << (d - 1)) <> 0 and not exists (
                select 1 from seat_occupations o
                where o.proposal_id = the_proposal and o.seat_id = p.seat_id and o.weekday = d and o.state <> 'released'
                    and o.period @> daterange(p.starts_on, p.ends_on)))) then
        perform refuse('proposals_hold_their_seats', 'a proposal holds the seats of all its parts');
    end if;
end $$;
create function guard_proposal_holds() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if tg_table_name = 'proposals' then
        perform check_proposal_holds(new.id);
    else
        perform check_proposal_holds(new.proposal_id);
    end if;
    return null;
end $$;
create constraint trigger proposals_hold after insert on proposals
    deferrable initially deferred for each row execute function guard_proposal_holds();
create constraint trigger placement_parts_hold after insert on placement_parts
    deferrable initially deferred for each row execute function guard_proposal_holds();

-- A practice that answers no, or too late, holds nothing any more; an agreed proposal has its seats taken.
create function settle_proposal_seats() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.state in ('declined', 'not_now', 'lapsed', 'withdrawn') then
        update seat_occupations set state = 'released', held_until = null where proposal_id = new.id and state <> 'released';
    elsif new.state = 'agreed' then
        update seat_occupations set state = 'taken', held_until = null where proposal_id = new.id and state = 'held';
    end if;
    return null;
end $$;
create trigger proposals_settle after update of state on proposals
    for each row when (new.state is distinct from old.state) execute function settle_proposal_seats();

-- A referral: at most four hops, no region twice without a recorded new fact, only with consent.
create function guard_referral() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    the_case record;
    last_visit timestamptz;
begin
    if tg_op = 'UPDATE' then
        if old.state <> 'open' and new.state is distinct from old.state then
            perform refuse('referrals_transition', 'an answered referral stays answered');
        end if;
        if old.state = 'open' and new.state = 'lapsed' and (new.answered_at > latest_moment()
            or new.due_on >= (new.answered_at at time zone 'Europe/Amsterdam')::date) then
            perform refuse('referrals_lapse_after_due', 'a referral lapses after its due date');
        end if;
        return new;
    end if;
    select id, team_id, region_code, candidate_id, origin_region_code, opened_at into the_case
        from case_files where id = new.case_id for update;
    if the_case.team_id is distinct from new.sending_team_id or the_case.region_code is distinct from new.sending_region_code
        or the_case.candidate_id is distinct from new.candidate_id then
        perform refuse('referrals_sender_has_case', 'only the team that has the case refers it');
    end if;
    if new.state <> 'open' then
        perform refuse('referrals_begin_open', 'a referral begins open');
    end if;
    if exists (select 1 from regions where code = new.receiving_region_code and level <> 'azw') then
        perform refuse('referrals_root_region', 'a referral goes to a labour-market region');
    end if;
    new.hop := (select count(*) + 1 from referrals where case_id = new.case_id);
    if new.hop > 4 then
        perform refuse('referrals_at_most_four_hops', 'the chain is exhausted');
    end if;
    select max(at) into last_visit from (
        select opened_at as at from referrals where case_id = new.case_id and receiving_region_code = new.receiving_region_code
        union all
        select the_case.opened_at where the_case.origin_region_code = new.receiving_region_code) as visits;
    if last_visit is not null and not exists (
        select 1 from case_facts f left join training_places t on t.id = f.training_place_id
        where f.id = new.new_fact_id and f.case_id = new.case_id and f.recorded_at > last_visit
            and f.recorded_at <= latest_moment()
            and (f.kind <> 'new_place' or t.region_code = new.receiving_region_code)) then
        perform refuse('referrals_new_fact', 'a region is visited again only for a recorded new fact');
    end if;
    perform 1 from consents c
        where c.id = new.consent_id and c.candidate_id = new.candidate_id and c.withdrawn_at is null
            and (c.region_code = new.receiving_region_code
                or (c.region_code is null and exists (select 1 from region_neighbours n
                    where n.region_code = new.sending_region_code and n.neighbour_code = new.receiving_region_code)))
        for share;
    if not found then
        perform refuse('referrals_consent', 'the candidate did not agree that this region may look');
    end if;
    return new;
end $$;
create trigger referrals_acting before insert on referrals
    for each row execute function guard_own_team();
create trigger referrals_guard before insert or update on referrals
    for each row execute function guard_referral();

-- An open referral carries at least one open place with a fit in the receiving region, one seat of it held on as many days
-- as the candidate needs: seen at the end of the transaction that writes it, closes the place or gives the seat back, with
-- the place locked so that it cannot close meanwhile.
create function check_referral_carries(the_referral uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    r record;
    first_place record;
begin
    select f.id, f.receiving_region_code, c.state as case_state, c.weekdays_least into r
        from referrals f join case_files c on c.id = f.case_id
        where f.id = the_referral and f.state = 'open';
    if not found then
        return;
    end if;
    select p.training_place_id, p.starts_on, p.ends_on into first_place
        from referral_places p
        join training_places t on t.id = p.training_place_id
        where p.referral_id = r.id and p.position = 1 and t.state = 'open' and t.region_code = r.receiving_region_code
        for share of t;
    if not found then
        perform refuse('referrals_carry_a_place', 'a referral carries an open place in the receiving region');
    end if;
    if not exists (select 1 from seat_occupations
        where referral_id = r.id and training_place_id = first_place.training_place_id and state = 'held'
            and period @> daterange(first_place.starts_on, first_place.ends_on)
        group by seat_id having count(distinct weekday) >= r.weekdays_least) then
        perform refuse('referrals_hold_a_seat', 'a referral holds a free seat of its first place');
    end if;
    if r.case_state <> 'referring' then
        perform refuse('referrals_case_is_referring', 'a case with an open referral is being referred');
    end if;
end $$;
create function guard_referral_places() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_referral_carries(new.id);
    return null;
end $$;
create constraint trigger referrals_carry after insert on referrals
    deferrable initially deferred for each row execute function guard_referral_places();

-- A place that is no longer open ends no referral by itself: the receiving region answers first.
create function guard_place_closing() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if exists (select 1 from referral_places p join referrals r on r.id = p.referral_id
            where p.training_place_id = new.id and p.position = 1 and r.state = 'open')
        and exists (select 1 from training_places where id = new.id and state <> 'open') then
        perform refuse('training_places_referred', 'an open referral carries this place');
    end if;
    return null;
end $$;
create constraint trigger training_places_closing after update of state on training_places
    deferrable initially deferred for each row when (old.state = 'open' and new.state <> 'open')
    execute function guard_place_closing();

create function guard_referral_place() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select 1 from referrals r join training_places t on t.id = new.training_place_id
        where r.id = new.referral_id and r.state = 'open' and t.region_code = r.receiving_region_code) then
        perform refuse('referral_places_region', 'the place is not in the receiving region');
    end if;
    return new;
end $$;
create trigger referral_places_guard before insert on referral_places
    for each row execute function guard_referral_place();

create function settle_referral_seats() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.state in ('declined', 'lapsed', 'withdrawn') then
        update seat_occupations set state = 'released', held_until = null where referral_id = new.id and state <> 'released';
    end if;
    return null;
end $$;
create trigger referrals_settle after update of state on referrals
    for each row when (new.state is distinct from old.state) execute function settle_referral_seats();

-- An occupation belongs to a live proposal or referral for that place; what is released stays released.
create function guard_occupation() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        if (new.id, new.seat_id, new.training_place_id, new.weekday, new.period, new.proposal_id, new.referral_id)
            is distinct from (old.id, old.seat_id, old.training_place_id, old.weekday, old.period, old.proposal_id, old.referral_id) then
            perform refuse('seat_occupations_fixed', 'only the state of an occupation changes');
        end if;
        if old.state = 'released' and new.state <> 'released' then
            perform refuse('seat_occupations_released', 'what is released stays released');
        end if;
        if old.state = 'taken' and new.state = 'held' then
            perform refuse('seat_occupations_taken', 'what is taken is not held again');
        end if;
        if new.state = 'taken' and old.state <> 'taken'
            and not exists (select 1 from proposals where id = new.proposal_id and state = 'agreed') then
            perform refuse('seat_occupations_agreed', 'a seat is taken by an agreed proposal only');
        end if;
        return new;
    end if;
    if new.proposal_id is not null then
        perform 1 from proposals p join placement_parts s on s.proposal_id = p.id and s.seat_id = new.seat_id
            where p.id = new.proposal_id and p.state in ('open', 'interview', 'agreed')
                and (new.state <> 'taken' or p.state = 'agreed')
                and s.weekdays & (1 << (new.weekday - 1)) <> 0 and daterange(s.starts_on, s.ends_on) @> new.period
            for share of p;
    else
        perform 1 from referrals r join referral_places p on p.referral_id = r.id
            where r.id = new.referral_id and r.state = 'open' and p.training_place_id = new.training_place_id
                and new.state <> 'taken' and daterange(p.starts_on, p.ends_on) @> new.period
            for share of r;
    end if;
    if not found then
        perform refuse('seat_occupations_has_reason', 'a seat is held for a proposal or referral only');
    end if;
    return new;
end $$;
create trigger seat_occupations_guard before insert or update on seat_occupations
    for each row execute function guard_occupation();

-- A seat is given back by the end of what it was held for, not under it.
create function guard_release() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.proposal_id is not null then
        perform check_proposal_holds(new.proposal_id);
    else
        perform check_referral_carries(new.referral_id);
    end if;
    return null;
end $$;
create constraint trigger seat_occupations_release after update of state on seat_occupations
    deferrable initially deferred for each row when (new.state = 'released' and old.state <> 'released')
    execute function guard_release();

-- Whoever is placed and has not begun relies on the recognition: it can be taken back once the placement is (DOMAIN 4). After
-- the start it may end, it was valid on that day.
create function guard_recognition() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if exists (
        select 1 from training_places t
        join placement_parts s on s.training_place_id = t.id
        join case_files c on c.placed_proposal_id = s.proposal_id
        where t.practice_id = old.practice_id and t.crebo = old.crebo and t.kind in ('placement', 'learning_job')
            and c.state = 'placed' and c.route in ('bol', 'bbl')
            and (new.state <> 'recognised' or new.valid_until < s.starts_on)) then
        perform refuse('practice_recognitions_placed', 'someone is placed on this recognition');
    end if;
    return new;
end $$;
create trigger practice_recognitions_guard before update on practice_recognitions
    for each row when (old.state = 'recognised'
        and (new.state, new.valid_until) is distinct from (old.state, old.valid_until))
    execute function guard_recognition();

-- A consent that was taken back stays so, and no open referral rests on it at the end of the transaction.
create function guard_consent() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
        perform refuse('consents_withdrawn', 'a consent that was taken back is given anew');
    end if;
    return new;
end $$;
create trigger consents_guard before update of withdrawn_at on consents
    for each row execute function guard_consent();
create function guard_consent_end() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if exists (select 1 from referrals where consent_id = new.id and state = 'open') then
        perform refuse('consents_open_referral', 'an open referral rests on this consent');
    end if;
    return null;
end $$;
create constraint trigger consents_end after update of withdrawn_at on consents
    deferrable initially deferred for each row when (new.withdrawn_at is not null)
    execute function guard_consent_end();

-- Acceptance hands the whole file over: one update of the candidate's team, foreign keys carry it to every row.
create function hand_over(the_referral uuid, coordinator uuid, moment timestamptz, due date) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    r record;
begin
    select id, case_id, candidate_id, receiving_region_code, receiving_team_id, state, hop into r
        from referrals where id = the_referral;
    if r.id is null or r.state <> 'accepted' or r.receiving_team_id is distinct from acting_team()
        or r.receiving_region_code is distinct from acting_region() then
        perform refuse('referrals_hand_over', 'only the team that accepted takes the case over');
    end if;
    perform 1 from case_files where id = r.case_id and state = 'referring' for update;
    if not found or exists (select 1 from referrals where case_id = r.case_id and hop > r.hop) then
        perform refuse('referrals_hand_over', 'the case is not being referred by this referral');
    end if;
    perform guard_moment(moment, due);
    if coordinator is not null
        and not exists (select 1 from staff_roles
            where staff_member_id = coordinator and team_id = r.receiving_team_id and role = 'coordinator') then
        perform refuse('referrals_hand_over', 'someone of the own team handles the case');
    end if;
    update candidates set team_id = r.receiving_team_id, version = version + 1 where id = r.candidate_id;
    update case_files
        set region_code = r.receiving_region_code, state = 'searching', owner = 'team', state_since = moment, due_on = due,
            coordinator_id = coordinator, stand_in_id = null, version = version + 1
        where id = r.case_id;
    if not found then
        perform refuse('referrals_hand_over', 'the case is gone');
    end if;
end $$;
