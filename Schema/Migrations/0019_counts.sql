-- What the fund sees of the country and a school of its own learners: counts, made behind the walls, never a file.

-- Whether the person who acts has this role now, for this school where it is one of a school.
create function has_role(wanted text[], the_school uuid default null) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select exists (select 1 from staff_roles r join staff_members m on m.id = r.staff_member_id
        where r.staff_member_id = acting_staff() and r.role = any (wanted) and r.role = acting_role()
            and m.disabled_at is null and r.school_id is not distinct from the_school)
$$;

-- Cases and referrals per region: by state (those that ended: in the last twelve months, erased people included), referred in
-- and out in those months, and how long people who look have been looking. What is under 5 is told as 4, and days of fewer
-- than 5 people not at all, so that nobody can be found. A region without a team that works with the service has no row:
-- missing is not zero.
create function country_counts(moment timestamptz)
    returns table (region_code text, measure text, amount integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    with since as (select (date_trunc('month', moment at time zone 'Europe/Amsterdam') - interval '1 year')::date as month),
    measures as (
        select f.region_code, 'state_' || f.state as measure, count(*) as amount
        from case_files f where f.closed_at is null group by f.region_code, f.state
        union all
        select c.region_code, 'state_' || c.outcome, count(*) from closed_cases c, since
        where c.closed_month > since.month group by c.region_code, c.outcome
        union all
        select a.receiving_region_code, 'referred_in', count(*) from given_answers a, since
        where a.subject = 'referral' and a.asked_month > since.month group by 1
        union all
        select a.region_code, 'referred_out', count(*) from given_answers a, since
        where a.subject = 'referral' and a.asked_month > since.month group by 1),
    known as (
        select t.region_code, m.measure
        from (select distinct region_code from teams) t
        cross join (select 'state_' || to_state as measure from case_transitions
            union select 'state_registered' union select 'referred_in' union select 'referred_out') m),
    waits as (
        select f.region_code,
            percentile_disc(array[0.5, 0.9]) within group (order by greatest(0, extract(day from moment - f.opened_at))) as days
        from case_files f where f.state in ('registered', 'searching', 'referring', 'watching')
        group by f.region_code having count(*) >= 5)
    select k.region_code, k.measure, greatest(4, coalesce(m.amount, 0))::integer
    from known k left join measures m on m.region_code = k.region_code and m.measure = k.measure
    where has_role(array['fund', 'fund_administrator'])
    union all
    select w.region_code, v.measure, v.amount::integer
    from waits w cross join lateral (values ('waiting_median', w.days[1]), ('waiting_p90', w.days[2])) as v (measure, amount)
    where has_role(array['fund', 'fund_administrator'])
$$;

-- The learners of the school that acts, by programme, route and year. Exact also when small: a school knows its own learners
-- and signs their agreements. Who they are is not told here.
create function school_counts(moment timestamptz)
    returns table (programme text, route text, study_year smallint, looking integer, asked integer, placed integer,
        started integer, completed integer, withdrawn integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select f.programme, f.route, f.study_year,
        (count(*) filter (where f.state in ('registered', 'searching', 'referring', 'watching', 'stopped')))::integer,
        (count(*) filter (where f.state in ('proposed', 'interview', 'agreed')))::integer,
        (count(*) filter (where f.state = 'placed'))::integer,
        (count(*) filter (where f.state = 'started'))::integer,
        (count(*) filter (where f.state = 'completed'))::integer,
        (count(*) filter (where f.state = 'withdrawn'))::integer
    from case_files f
    where f.school_id = acting_school() and has_role(array['school_contact'], acting_school())
        and (f.closed_at is null or f.closed_at > moment - interval '1 year')
    group by f.programme, f.route, f.study_year
    order by f.programme, f.route, f.study_year
    limit 200
$$;

-- The teams that have learners of the school that acts: whom to call.
create function school_teams()
    returns table (team_id uuid, learners integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select f.team_id, count(*)::integer from case_files f
    where f.school_id = acting_school() and has_role(array['school_contact'], acting_school()) and f.closed_at is null
    group by f.team_id
    order by 2 desc, 1
    limit 50
$$;

revoke execute on function has_role(text[], uuid), country_counts(timestamptz), school_counts(timestamptz), school_teams()
    from public;
grant execute on function country_counts(timestamptz), school_counts(timestamptz), school_teams() to doorwijzer_app;
