-- What a practice sees of a candidate by the link it was mailed: never who it is, until practice and candidate both want to meet.

alter table proposals
    add column introduction_yes_at timestamptz,
    add column call_wanted_at timestamptz;
comment on column proposals.introduction_yes_at is 'When the candidate agreed that this practice may know who it is.';
comment on column proposals.call_wanted_at is 'When the practice asked to be called instead of answering; cleared by its answer.';
create index proposals_call_wanted on proposals (case_id) where call_wanted_at is not null;
grant update (introduction_yes_at, call_wanted_at) on proposals to doorwijzer_app;

-- One row: the proposal whose link brought the practice here. Name and phone only for the interview, after the candidate's yes.
create view practice_cards with (security_barrier) as
    select p.id as proposal_id, p.reference, p.version, p.state, p.due_on, p.starts_on, p.ends_on, p.answered_at,
        p.interview_on, p.decline_reason, p.not_before_on, p.call_wanted_at, f.state as case_state,
        p.team_id, t.region_code, t.name as team_name, t.phone as team_phone, t.mail as team_mail,
        m.name as coordinator_name, m.phone as coordinator_phone,
        p.practice_id, r.name as practice_name, r.town, f.kind, f.route, f.study_year, c.name as role_name, k.background,
        part.weekdays, part.hours_per_week,
        case when shown.is_introduced then concat_ws(' ', i.given_name, nullif(i.name_infix, ''), i.family_name) end
            as candidate_name,
        case when shown.is_introduced then i.phone end as candidate_phone
    from proposals p
    join case_files f on f.id = p.case_id
    join candidates k on k.id = f.candidate_id
    join candidate_identities i on i.candidate_id = f.candidate_id
    join care_roles c on c.code = f.role_code
    join teams t on t.id = p.team_id
    join practices r on r.id = p.practice_id
    left join staff_members m on m.id = f.coordinator_id
    cross join lateral (select p.state in ('interview', 'agreed') and p.introduction_yes_at is not null as is_introduced) as shown
    left join lateral (select x.weekdays, x.hours_per_week from placement_parts x
        where x.proposal_id = p.id order by x.starts_on, x.id limit 1) as part on true
    where p.id = (select acting_proposal());
comment on view practice_cards is 'What a practice sees by the link to one proposal.';

-- The level per area of the newest assessment, in tenths; no scores, no indicators, no remarks.
create view practice_card_levels with (security_barrier) as
    select p.id as proposal_id, l.area_code, l.level
    from proposals p
    join case_files f on f.id = p.case_id
    join lateral (select a.id from assessments a where a.candidate_id = f.candidate_id
        order by a.updated_at desc, a.id limit 1) as newest on true
    join assessment_levels l on l.assessment_id = newest.id
    where p.id = (select acting_proposal());
comment on view practice_card_levels is 'The levels beside a practice''s card.';

grant select on practice_cards, practice_card_levels to doorwijzer_app;

-- What the work list asks: whose mail did not arrive.
create index outbox_failed on outbox (case_id) where failed_at is not null;

-- What a practice does by its link. It has no rights on any row: these functions do what the page offers, for whoever brings the
-- token of a link to the acting proposal that still works, and check what comes with it. Locked in the order case, proposal.
create function proposal_by_link(the_token bytea, the_version bigint, moment timestamptz) returns proposals
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    p proposals;
begin
    perform guard_moment(moment, (moment at time zone 'Europe/Amsterdam')::date);
    perform 1 from case_files c join proposals q on q.case_id = c.id where q.id = acting_proposal() for update of c;
    select q.* into p from proposals q join mail_links l on l.proposal_id = q.id
        where q.id = acting_proposal() and l.token_sha256 = the_token and l.purpose = 'practice_answer' and l.expires_at > moment
        for update of q;
    if p.id is null or p.version <> the_version or p.state <> 'open'
        or p.due_on < (moment at time zone 'Europe/Amsterdam')::date then
        perform refuse('proposals_transition', 'this link answers nothing any more');
    end if;
    return p;
end $$;

-- Records the answer, moves the case on, tells the team and spends the link.
create function answer_by_link(the_token bytea, the_version bigint, the_answer text, interview date, the_reason text, not_before date,
        the_note text, due date, search_due date, moment timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    today date := (moment at time zone 'Europe/Amsterdam')::date;
    p proposals := proposal_by_link(the_token, the_version, moment);
    c case_files;
    next_due date;
begin
    perform guard_moment(moment, search_due);
    if the_answer is null or the_answer not in ('interview', 'agreed', 'declined', 'not_now')
        or (interview is not null) <> (the_answer = 'interview') or not coalesce(interview between today and today + 90, true)
        or (not_before is not null) <> (the_answer = 'not_now') or not_before <= today
        or (the_reason is not null) <> (the_answer = 'declined')
        or (due is not null) <> (the_answer in ('interview', 'agreed')) or not coalesce(due between today and today + 120, true)
        or the_note is null or length(the_note) > 500 then
        perform refuse('proposals_answer', 'no answer a practice can give');
    end if;
    select f.* into c from case_files f where f.id = p.case_id;
    update proposals
        set state = the_answer, answered_at = moment, interview_on = coalesce(interview, interview_on), decline_reason = the_reason,
            answer_note = the_note, not_before_on = not_before, due_on = coalesce(due, due_on), call_wanted_at = null,
            practice_yes_at = case when the_answer = 'agreed' then coalesce(practice_yes_at, moment) else practice_yes_at end,
            version = version + 1
        where id = p.id;
    insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
    values (gen_random_uuid(), p.case_id, p.team_id, 1, moment, p.team_id, 'proposal_answered', jsonb_strip_nulls(jsonb_build_object(
        'proposal', p.reference, 'answer', the_answer, 'reason', the_reason, 'from', not_before, 'interview', interview)));

    if the_answer = 'interview' then
        update seat_occupations set held_until = (due + 1)::timestamp at time zone 'Europe/Amsterdam'
            where proposal_id = p.id and state = 'held';
        update case_files set state = 'interview', state_since = moment, owner = 'practice', due_on = due, version = version + 1
            where id = c.id and state = 'proposed';
    elsif the_answer = 'agreed' then
        update case_files
            set state = 'agreed', state_since = moment, due_on = due, version = version + 1,
                owner = case when p.candidate_yes_at is null then 'candidate'
                    when p.school_yes_at is null and c.school_id is not null and c.kind not in ('taster', 'trial') then 'school'
                    else 'team' end
            where id = c.id and state in ('proposed', 'interview');
    else
        next_due := (select min(due_on) from proposals where case_id = c.id and state in ('open', 'interview', 'agreed'));
        if next_due is null then
            update case_files
                set state = 'searching', state_since = moment, owner = 'team', due_on = search_due, version = version + 1
                where id = c.id and state in ('proposed', 'interview');
        elsif next_due is distinct from c.due_on then
            update case_files set owner = 'practice', due_on = next_due, state_since = moment, version = version + 1
                where id = c.id and state in ('proposed', 'interview');
        end if;
    end if;

    insert into outbox (id, kind, case_id, team_id, proposal_id, facts, created_at, available_at)
    values (gen_random_uuid(), 'proposal_answered', p.case_id, p.team_id, p.id, jsonb_build_object('proposal', p.reference), moment,
        moment);
    if the_answer = 'interview' and p.introduction_yes_at is null then
        insert into outbox (id, kind, case_id, team_id, candidate_id, facts, created_at, available_at)
        values (gen_random_uuid(), 'introduction_asked', p.case_id, p.team_id, c.candidate_id,
            jsonb_build_object('proposal', p.reference, 'practice', p.practice_id), moment, moment);
    end if;
    update mail_links set used_at = moment where token_sha256 = the_token and used_at is null;
end $$;

-- Asks the team to call, with a word of the practice's own.
create function ask_call_by_link(the_token bytea, the_version bigint, the_note text, moment timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    p proposals := proposal_by_link(the_token, the_version, moment);
begin
    if the_note is null or length(the_note) > 500 then
        perform refuse('proposals_answer', 'no answer a practice can give');
    end if;
    -- Asked already: the team was told, and is not told again within the hour.
    if p.call_wanted_at > moment - interval '1 hour' then
        return;
    end if;
    update proposals set call_wanted_at = moment, version = version + 1 where id = p.id;
    insert into case_contacts (id, case_id, team_id, contacted_at, party, channel, was_reached, note)
        select gen_random_uuid(), p.case_id, p.team_id, moment, 'practice', 'message', true, the_note where the_note <> '';
    insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
    values (gen_random_uuid(), p.case_id, p.team_id, 1, moment, p.team_id, 'call_wanted', jsonb_build_object('proposal', p.reference));
    insert into outbox (id, kind, case_id, team_id, proposal_id, facts, created_at, available_at)
    values (gen_random_uuid(), 'call_wanted', p.case_id, p.team_id, p.id, jsonb_build_object('proposal', p.reference), moment, moment);
end $$;

-- Once the practice sees a name, the candidate can see that it did; at most once an hour.
create function note_look_by_link(moment timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform guard_moment(moment, (moment at time zone 'Europe/Amsterdam')::date);
    insert into candidate_reads (id, candidate_id, team_id, read_at, purpose)
        select gen_random_uuid(), f.candidate_id, p.team_id, moment, 'practice_link'
        from proposals p join case_files f on f.id = p.case_id
        where p.id = acting_proposal() and p.state in ('interview', 'agreed') and p.introduction_yes_at is not null
            and not exists (select 1 from candidate_reads r where r.candidate_id = f.candidate_id and r.purpose = 'practice_link'
                and r.read_at > moment - interval '1 hour');
end $$;

revoke execute on function proposal_by_link(bytea, bigint, timestamptz), ask_call_by_link(bytea, bigint, text, timestamptz),
    answer_by_link(bytea, bigint, text, date, text, date, text, date, date, timestamptz), note_look_by_link(timestamptz) from public;
grant execute on function ask_call_by_link(bytea, bigint, text, timestamptz),
    answer_by_link(bytea, bigint, text, date, text, date, text, date, date, timestamptz), note_look_by_link(timestamptz)
    to doorwijzer_app;
