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
