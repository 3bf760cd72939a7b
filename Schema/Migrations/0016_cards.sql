-- The card: what a region sees of a candidate who is being referred to it, and not a column more. Policies hide rows, not
-- columns, so the receiver reads these views and sees no row of the tables behind them. Travel is told by municipality: the
-- receiver must judge the way; where exactly someone lives stays with the team. No kenmerk and no id of the file.

create view referral_cards with (security_barrier) as
    select r.id as referral_id, f.kind, f.route, f.study_year, c.name as role_name, s.name as school_name, f.school_weekdays,
        m.name as municipality_name, k.travel_means, k.travel_limit_km, f.wished_start_on, f.earliest_start_on,
        f.latest_start_on, f.weeks_needed, f.weeks_wanted, f.weekdays, f.weekdays_least, f.hours_least, f.hours_most,
        f.has_priority, a.framework_version
    from referrals r
    join case_files f on f.id = r.case_id
    join candidates k on k.id = f.candidate_id
    join care_roles c on c.code = f.role_code
    join municipalities m on m.code = k.municipality_code
    left join schools s on s.id = f.school_id
    left join assessments a on a.id = r.assessment_id
    where (select acting_team()) is not null
        and (f.team_id = (select acting_team())
            or (r.state = 'open' and r.receiving_region_code = (select acting_region())));
comment on view referral_cards is 'The card of a referral, for the region it goes to while it is open, and for the team that has the case.';

create view referral_card_levels with (security_barrier) as
    select r.id as referral_id, l.area_code, l.level
    from referrals r
    join case_files f on f.id = r.case_id
    join assessment_levels l on l.assessment_id = r.assessment_id
    where (select acting_team()) is not null
        and (f.team_id = (select acting_team())
            or (r.state = 'open' and r.receiving_region_code = (select acting_region())));
comment on view referral_card_levels is 'The levels on the card, in tenths per area; no scores, no indicators, no remark.';

grant select on referral_cards, referral_card_levels to doorwijzer_app;
