-- What must cross the walls for a referral to move: holds that lapsed belong to any team, a receiver sends a case back that
-- it cannot write to, and the receiver learns that a referral was taken back without seeing its text again.

-- A case that is being referred has an open referral at the end of every transaction, so that somebody has it at any moment.
create function guard_referring() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- A field that only one of the two tables has would fail for the other.
    the_case uuid := to_jsonb(new) ->> case when tg_table_name = 'case_files' then 'id' else 'case_id' end;
begin
    if exists (select 1 from case_files where id = the_case and state = 'referring')
        and not exists (select 1 from referrals where case_id = the_case and state = 'open') then
        perform refuse('case_files_referring_has_referral', 'a case that is being referred has an open referral');
    end if;
    return null;
end $$;
create constraint trigger case_files_referring after insert or update of state on case_files
    deferrable initially deferred for each row when (new.state = 'referring') execute function guard_referring();
create constraint trigger referrals_referring after update of state on referrals
    deferrable initially deferred for each row when (new.state <> 'open') execute function guard_referring();

-- Only the receiving region answers, and only the acting team itself takes a case; sender and answer stay as they were.
create function guard_referral_answer() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if old.state = 'open' and new.state in ('accepted', 'declined') and acting_team() is not null
        and (new.receiving_region_code is distinct from acting_region()
            or (new.state = 'accepted' and new.receiving_team_id is distinct from acting_team())) then
        perform refuse('referrals_answered_by_receiver', 'the receiving region answers');
    end if;
    if old.state = 'open' and new.state = 'accepted' then
        perform 1 from consents where id = new.consent_id and withdrawn_at is null for share;
        if not found then
            perform refuse('referrals_consent', 'the candidate took the consent back');
        end if;
    end if;
    return new;
end $$;
create trigger referrals_answer before update of state on referrals
    for each row execute function guard_referral_answer();

-- Sends a case back to the team that referred it, after a no or silence. The receiver cannot write to the sender's case.
create function return_case(the_referral uuid, the_event uuid, moment timestamptz, due date) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    r record;
begin
    perform guard_moment(moment, due);
    select id, reference, case_id, team_id, state, receiving_region_code, decline_reason, hop into r from referrals where id = the_referral;
    if r.id is null or r.state not in ('declined', 'lapsed')
        or (r.receiving_region_code is distinct from acting_region() and r.team_id is distinct from acting_team()) then
        perform refuse('referrals_return', 'only an answered referral goes back');
    end if;
    update case_files set state = 'searching', owner = 'team', state_since = moment, due_on = due, version = version + 1
        where id = r.case_id and state = 'referring'
            and not exists (select 1 from referrals where case_id = r.case_id and hop > r.hop);
    if not found then
        perform refuse('referrals_return', 'the case is not being referred');
    end if;
    insert into case_events (id, case_id, team_id, sequence, happened_at, staff_member_id, acting_team_id, kind, facts)
    values (the_event, r.case_id, r.team_id, 1, moment, acting_staff(), acting_team(), 'referral_' || r.state,
        jsonb_strip_nulls(jsonb_build_object('referral', r.reference, 'region', r.receiving_region_code,
            'reason', r.decline_reason)));
end $$;

-- Lets what is past its time lapse: proposals without answer and referrals without answer, whose cases go back to searching.
-- With a place: everything whose hold on that place ended, of any team, so that whoever takes the seat finds it free. Without
-- one: what is due at the acting team. Ids of events are made here, since nobody outside knows how many there will be.
create function lapse_overdue(the_place uuid, moment timestamptz, today date, due date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    p record;
    r record;
    lapsed integer := 0;
begin
    perform guard_moment(moment, due);
    if today > (moment at time zone 'Europe/Amsterdam')::date then
        perform refuse('moment_to_come', 'this day is yet to come');
    end if;
    for p in
        select q.id, q.reference, q.case_id, q.team_id from proposals q
        where case when the_place is null
            then q.team_id = acting_team() and q.state = 'open' and q.due_on < today
            else q.state in ('open', 'interview') and exists (select 1 from seat_occupations o
                where o.proposal_id = q.id and o.training_place_id = the_place and o.state = 'held' and o.held_until <= moment)
            end
        order by q.case_id, q.id
    loop
        perform 1 from case_files where id = p.case_id for update;
        update proposals set state = 'lapsed', answered_at = moment, version = version + 1
            where id = p.id and state in ('open', 'interview') and due_on < today;
        continue when not found;
        lapsed := lapsed + 1;
        insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
        values (gen_random_uuid(), p.case_id, p.team_id, 1, moment, null, 'proposal_lapsed',
            jsonb_build_object('proposal', p.reference));
        update case_files set state = 'searching', owner = 'team', state_since = moment, due_on = due, version = version + 1
            where id = p.case_id and state in ('proposed', 'interview') and not exists (
                select 1 from proposals where case_id = p.case_id and state in ('open', 'interview', 'agreed'));
    end loop;
    for r in
        select f.id, f.reference, f.case_id, f.team_id, f.receiving_region_code from referrals f
        where f.state = 'open' and f.due_on < today
            and case when the_place is null then f.team_id = acting_team()
                else exists (select 1 from seat_occupations o
                    where o.referral_id = f.id and o.training_place_id = the_place and o.state = 'held') end
        order by f.case_id
    loop
        perform 1 from case_files where id = r.case_id for update;
        update referrals set state = 'lapsed', answered_at = moment, version = version + 1
            where id = r.id and state = 'open';
        continue when not found;
        lapsed := lapsed + 1;
        insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
        values (gen_random_uuid(), r.case_id, r.team_id, 1, moment, null, 'referral_lapsed',
            jsonb_build_object('referral', r.reference, 'region', r.receiving_region_code));
        update case_files set state = 'searching', owner = 'team', state_since = moment, due_on = due, version = version + 1
            where id = r.case_id and state = 'referring';
    end loop;
    -- The hold of an accepted referral, kept for a proposal that did not come.
    update seat_occupations o set state = 'released', held_until = null
        from referrals f
        where o.referral_id = f.id and f.state = 'accepted' and o.state = 'held' and o.held_until <= moment
            and case when the_place is null then f.team_id = acting_team() else o.training_place_id = the_place end;
    return lapsed;
end $$;

-- The regions a referred case has been in, for the two sides of one referral: no names, no text.
create function referral_chain(the_referral uuid)
    returns table (hop smallint, sending_region_code text, receiving_region_code text, state text, opened_at timestamptz,
        answered_at timestamptz, decline_reason text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select c.hop, c.sending_region_code, c.receiving_region_code, c.state, c.opened_at, c.answered_at, c.decline_reason
    from referrals r
    join referrals c on c.case_id = r.case_id and c.hop <= r.hop
    where r.id = the_referral
        and (r.receiving_region_code = acting_region() or acting_team() in (r.team_id, r.sending_team_id))
    order by c.hop
$$;

-- That a referral to the acting region was taken back, and nothing else of it.
create function referrals_taken_back(since timestamptz)
    returns table (reference text, sending_region_code text, opened_at timestamptz, answered_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select reference, sending_region_code, opened_at, answered_at
    from referrals
    where receiving_region_code = acting_region() and state = 'withdrawn' and answered_at >= since
    order by answered_at desc, id
    limit 200
$$;

revoke execute on function return_case(uuid, uuid, timestamptz, date), lapse_overdue(uuid, timestamptz, date, date),
    referral_chain(uuid), referrals_taken_back(timestamptz) from public;
grant execute on function return_case(uuid, uuid, timestamptz, date), lapse_overdue(uuid, timestamptz, date, date),
    referral_chain(uuid), referrals_taken_back(timestamptz) to doorwijzer_app;
